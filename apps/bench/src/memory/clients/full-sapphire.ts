import { LogLevel, SapphireClient } from '@sapphire/framework';
import { Events } from 'discord.js';
import { API_URL, reportReady, TOKEN } from '../../clients/parent.ts';
import { INTENTS } from './intents.ts';
import { tellMemory } from './tell-memory.ts';

const client = new SapphireClient({
  intents: INTENTS,
  rest: { api: API_URL },
  baseUserDirectory: null,
  logger: { level: LogLevel.None },
});
client.once(Events.ClientReady, reportReady);
tellMemory(client);
await client.login(TOKEN);
