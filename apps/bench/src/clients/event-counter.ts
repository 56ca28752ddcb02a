import { setTimeout as delay } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { sharedNow } from '../measure/shared-now.ts';
import { API_URL, reportReady, TOKEN } from './parent.ts';

/** When nothing arrived for so long, nothing is on its way any more. */
const QUIET_MS = 2_000;

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  rest: { api: API_URL },
});
const delays: number[] = [];

client.on(Events.MessageCreate, ({ content }) => {
  delays.push(sharedNow() - Number(content));
});
client.once(Events.ClientReady, reportReady);
process.on('message', () => void report());

await client.login(TOKEN);

async function report(): Promise<void> {
  let before: number;
  do {
    before = delays.length;
    await delay(QUIET_MS);
  } while (delays.length > before);
  process.send?.(delays);
}
