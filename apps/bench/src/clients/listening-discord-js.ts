import { Client, Events } from 'discord.js';
import { LISTENING_INTENTS } from './listening-intents.ts';
import { API_URL, reportReady, TOKEN } from './parent.ts';
import { tellEnds } from './tell-ends.ts';

const client = new Client({ intents: LISTENING_INTENTS, rest: { api: API_URL } });
let seen = 0;

client.on(Events.MessageCreate, () => {
  seen += 1;
});
client.once(Events.ClientReady, reportReady);
tellEnds(client, { seen: () => seen });

await client.login(TOKEN);
