import { type ChatInputCommandInteraction, Client, Events } from 'discord.js';
import { API_URL, reportReady, TOKEN } from '../../clients/parent.ts';
import { ANSWER, COMMANDS } from '../commands.ts';
import { INTENTS } from '../intents.ts';
import { writeNote } from '../plain-notes.ts';
import { reportUse } from '../processor-use.ts';

const client = new Client({ intents: INTENTS, rest: { api: API_URL } });

client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void answer(interaction);
});

async function answer(interaction: ChatInputCommandInteraction): Promise<void> {
  if (interaction.commandName === COMMANDS.note.name) await writeNote(interaction);
  await interaction.reply(ANSWER);
}

client.once(Events.ClientReady, ({ application }) => {
  void application.commands.set(Object.values(COMMANDS)).then(reportReady);
});

reportUse();
await client.login(TOKEN);
