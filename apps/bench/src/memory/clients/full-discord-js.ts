import { Client, Events } from 'discord.js';
import { API_URL, reportReady, TOKEN } from '../../clients/parent.ts';
import { INTENTS } from './intents.ts';
import { tellMemory } from './tell-memory.ts';

const client = new Client({ intents: INTENTS, rest: { api: API_URL } });
client.once(Events.ClientReady, reportReady);
tellMemory(client);
await client.login(TOKEN);
