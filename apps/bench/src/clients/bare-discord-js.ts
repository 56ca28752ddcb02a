import { Client, Events, GatewayIntentBits } from 'discord.js';
import { ANSWER, COMMAND } from '../command.ts';
import { API_URL, reportReady, TOKEN } from './parent.ts';

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: API_URL } });

client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(ANSWER);
});

client.once(Events.ClientReady, ({ application }) => {
  void application.commands.set([COMMAND]).then(reportReady);
});

await client.login(TOKEN);
