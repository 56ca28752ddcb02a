import { DatabaseProxy } from '@twi/proving';
import { growWorld } from '../growth/growing-world.ts';
import { ClientProcess } from '../measure/client-process.ts';

/** What a start of the whole bot takes where nothing has changed. */
export interface LargeStart {
  readonly statements: number;
  /** Requests that would change Discord's commands. */
  readonly commandRequests: number;
}

/** Counts until the bot is ready where it is in so many guilds and was before. */
export async function measureLargeStart(guilds: number): Promise<LargeStart> {
  await using world = await growWorld(guilds);
  const { sandbox, relay, database } = world;
  await using proxy = await DatabaseProxy.start(database.url);
  sandbox.clearRequests();
  const bot = await ClientProcess.start('whole-bot.ts', {
    BENCH_API_URL: relay.apiUrl,
    BENCH_TOKEN: sandbox.token,
    BENCH_DATABASE_URL: proxy.url,
  });
  const statements = proxy.count();
  await bot[Symbol.asyncDispose]();
  if (sandbox.requests.length === 0) throw new Error('The local Discord recorded no requests.');
  const commandRequests = sandbox.requests.filter(
    ({ method, path }) => method !== 'GET' && path.includes('/commands'),
  ).length;
  return { statements, commandRequests };
}
