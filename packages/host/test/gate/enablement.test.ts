import { startDatabase } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import fc from 'fast-check';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { EnablementBits } from '../../src/gate/enablement-bits.ts';
import { Enablement } from '../../src/gate/enablement.ts';
import { silentLogger } from '../silent-logger.ts';

const USER = '923456789012345678';

let database: TestDatabase;
const disposers: (() => Promise<void>)[] = [];
let guilds = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  for (const dispose of disposers.toReversed()) await dispose();
  await database.close();
});

/** A process of its own, as far as PostgreSQL can tell. */
async function startProcess(): Promise<Enablement> {
  const handle = await startDatabase({ url: database.url, dataDir: '' });
  disposers.push(() => handle.close());
  const enablement = await Enablement.start(handle, silentLogger);
  disposers.push(() => enablement.close());
  return enablement;
}

function newGuild(): string {
  guilds += 1;
  return `8234567890123456${String(guilds).padStart(2, '0')}`;
}

test('a plugin is off until somebody switches it on, and core is on', async () => {
  const enablement = await startProcess();
  const guildId = newGuild();

  expect(enablement.isEnabled(guildId, 'gallery')).toBe(false);
  expect(enablement.isEnabled(guildId, 'core')).toBe(true);
});

test('switching on and off holds for that guild and that plugin, at once', async () => {
  const enablement = await startProcess();
  const [here, elsewhere] = [newGuild(), newGuild()];

  await enablement.enable(here, ['gallery', 'stats'], USER);
  expect(enablement.enabledIn(here).toSorted()).toEqual(['gallery', 'stats']);
  expect(enablement.enabledIn(elsewhere)).toEqual([]);
  expect(enablement.guildsOf('gallery')).toContain(here);

  await enablement.disable(here, ['gallery'], USER);
  expect(enablement.isEnabled(here, 'gallery')).toBe(false);
  expect(enablement.isEnabled(here, 'stats')).toBe(true);
});

test('core cannot be switched off', async () => {
  const enablement = await startProcess();
  const guildId = newGuild();

  await enablement.disable(guildId, ['core'], USER);

  expect(enablement.isEnabled(guildId, 'core')).toBe(true);
});

test('what was chosen is there after a restart, with who chose it', async () => {
  const guildId = newGuild();
  await (await startProcess()).enable(guildId, ['gallery'], USER);

  expect((await startProcess()).isEnabled(guildId, 'gallery')).toBe(true);
  const rows = await database.handle.db
    .selectFrom('core.guild_plugins')
    .select(['pluginId', 'enabled', 'changedBy'])
    .where('guildId', '=', guildId)
    .execute();
  expect(rows).toEqual([{ pluginId: 'gallery', enabled: true, changedBy: USER }]);
});

test('two processes stay in step, and both tell their listeners once', async () => {
  const [one, two] = [await startProcess(), await startProcess()];
  const guildId = newGuild();
  const heard: string[] = [];
  one.onChange((change) => heard.push(`one ${change.guildId}`));
  two.onChange((change) => heard.push(`two ${change.guildId}`));

  await one.enable(guildId, ['gallery'], USER);
  await vi.waitFor(() => expect(two.isEnabled(guildId, 'gallery')).toBe(true));
  await two.disable(guildId, ['gallery'], USER);
  await vi.waitFor(() => expect(one.isEnabled(guildId, 'gallery')).toBe(false));

  expect(heard).toEqual([`one ${guildId}`, `two ${guildId}`, `two ${guildId}`, `one ${guildId}`]);
});

test('what changed while the connection was broken is seen when it is back', async () => {
  const [one, two] = [await startProcess(), await startProcess()];
  const guildId = newGuild();
  const { rows } = await database.handle.db.executeQuery<{ pid: number }>(
    // Ends the listening connections of all processes, as a restart of the server would.
    CompiledQuery.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like '%notifications'`,
    ),
  );
  expect(rows.length).toBeGreaterThan(1);

  await one.enable(guildId, ['gallery'], USER);

  await vi.waitFor(() => expect(two.isEnabled(guildId, 'gallery')).toBe(true), { timeout: 10_000 });
});

test('the bits say what a plain set of pairs says, whatever the number of plugins', () => {
  const plugin = fc.integer({ min: 0, max: 70 }).map((number) => `p${number}`);
  const guild = fc.constantFrom('1', '2', '3');
  fc.assert(
    fc.property(fc.array(fc.tuple(guild, fc.uniqueArray(plugin)), { maxLength: 20 }), (writes) => {
      const bits = new EnablementBits();
      const plain = new Map<string, readonly string[]>();
      for (const [guildId, plugins] of writes) {
        bits.set(guildId, plugins);
        plain.set(guildId, plugins);
      }

      for (const [guildId, plugins] of plain) {
        expect(bits.pluginsOf(guildId).toSorted()).toEqual(plugins.toSorted());
        for (let number = 0; number <= 70; number += 1)
          expect(bits.has(guildId, `p${number}`)).toBe(plugins.includes(`p${number}`));
      }
    }),
  );
});
