import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type Host, startHost } from '@twi/host';
import { startSandbox } from '@twi/sandbox';
import { definePlugin } from '@twi/sdk';
import { sql } from 'kysely';
import { median } from './measure/percentile.ts';

const PLUGINS = 100;
const GUILDS = 10_000;
const EVENTS = 2_000_000;
const ROUNDS = 5;
/** Any snowflake; guilds are numbered from here. */
const FIRST_GUILD = 100_000_000_000_000_000n;

/** What the gate costs in front of one event, in nanoseconds. */
export interface GateFigures {
  readonly plugins: number;
  readonly guilds: number;
  readonly decideNs: number;
  /** What the loop around it costs, as a yardstick. */
  readonly loopNs: number;
}

/** Asks the gate of a real host in which half of all plugins are on in each guild. */
export async function measureGate(): Promise<GateFigures> {
  await using database = await createTestDatabase();
  await using sandbox = await startSandbox({ scene: 'empty' });
  await fill(database);
  const directory = await mkdtemp(join(tmpdir(), 'twi-bench-'));
  const host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: database.url,
    dataDir: directory,
    givenPlugins: Array.from({ length: PLUGINS }, (_, index) => ({ plugin: emptyPlugin(index) })),
    logLevel: 'error',
  });
  try {
    return { plugins: PLUGINS, guilds: GUILDS, ...measure(host) };
  } finally {
    await host.stop('the benchmark is done');
    await rm(directory, { recursive: true, force: true });
  }
}

function emptyPlugin(index: number) {
  return definePlugin({ id: `empty-${index}`, title: `Empty ${index}`, description: 'Does nothing.' });
}

async function fill({ handle }: TestDatabase): Promise<void> {
  await sql`
    insert into core.guilds (id) select ${FIRST_GUILD}::bigint + n from generate_series(0, ${GUILDS - 1}) n`.execute(
    handle.db,
  );
  await sql`
    insert into core.guild_plugins (guild_id, plugin_id, enabled, changed_at)
    select ${FIRST_GUILD}::bigint + n, 'empty-' || p, true, now()
    from generate_series(0, ${GUILDS - 1}) n, generate_series(0, ${PLUGINS - 1}) p where (n + p) % 2 = 0`.execute(
    handle.db,
  );
}

function measure({ gate }: Host): { decideNs: number; loopNs: number } {
  const guilds = Array.from({ length: GUILDS }, (_, index) => String(FIRST_GUILD + BigInt(index)));
  const plugins = Array.from({ length: PLUGINS }, (_, index) => `empty-${index}`);
  const decide = time(guilds, plugins, (plugin, guild) => gate.decide(plugin, guild) === 'open');
  const loop = time(guilds, plugins, (plugin, guild) => plugin.length < guild.length);
  return { decideNs: decide, loopNs: loop };
}

/** Nanoseconds a call, the median of some rounds over guilds and plugins in an order that caches do not like. */
function time(
  guilds: readonly string[],
  plugins: readonly string[],
  call: (plugin: string, guild: string) => boolean,
): number {
  const rounds: number[] = [];
  let open = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.hrtime.bigint();
    for (let event = 0; event < EVENTS; event += 1) {
      const guild = guilds[(event * 7_919) % guilds.length] ?? '';
      const plugin = plugins[(event * 31) % plugins.length] ?? '';
      if (call(plugin, guild)) open += 1;
    }
    rounds.push(Number(process.hrtime.bigint() - start) / EVENTS);
  }
  if (open === 0) throw new Error('No call was let through: this measures something else.');
  return median(rounds);
}
