import { startSandbox } from '@twi/sandbox';
import { createTestDatabase } from '@twi/database/testing';
import { CLIENTS, ClientProcess, type ClientName } from './measure/client-process.ts';
import { type InteractionFigures, measureInteractions } from './measure/interactions.ts';
import { median } from './measure/percentile.ts';

/** The machine's speed drifts; taking turns spreads the drift over all. */
const ROUNDS = 3;
const NAMES = Object.keys(CLIENTS) as ClientName[];

export interface ClientFigures extends InteractionFigures {
  readonly readyAfterMs: number;
}

/** Lets all clients answer the same commands at the same sandbox, in turn, and takes each figure's median. */
export async function compareClients(): Promise<ReadonlyMap<ClientName, ClientFigures>> {
  await using sandbox = await startSandbox({ scene: 'empty', rateLimits: false, validate: false, record: 0 });
  await using database = await createTestDatabase();
  const owner = sandbox.createUser({ username: 'bench' });
  const guild = sandbox.createGuild({ name: 'Benchmark', ownerId: owner.id });
  const channel = guild.addChannel({ name: 'general' });
  const member = sandbox.as(owner.id, { channelId: channel.id });
  const environment = {
    BENCH_API_URL: sandbox.apiUrl,
    BENCH_TOKEN: sandbox.token,
    BENCH_DATABASE_URL: database.url,
    BENCH_GUILD_ID: guild.id,
  };

  const rounds = new Map<ClientName, ClientFigures[]>(NAMES.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of NAMES) {
      await using client = await ClientProcess.start(CLIENTS[name], environment);
      const figures = await measureInteractions(member);
      rounds.get(name)?.push({ ...figures, readyAfterMs: client.readyAfterMs });
    }
  return new Map(Array.from(rounds, ([name, figures]) => [name, medians(figures)]));
}

function medians(figures: readonly ClientFigures[]): ClientFigures {
  const of = (key: keyof ClientFigures): number => median(figures.map((each) => each[key]));
  return {
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    readyAfterMs: of('readyAfterMs'),
  };
}
