import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { definePlugin, type Plugin } from '@twi/sdk';
import { coreDataRights, SettingsRepository } from '@twi/database';
import { sql } from 'kysely';
import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Declarations } from '../../src/privacy/declarations.ts';
import { RetentionSweep } from '../../src/retention/retention-sweep.ts';
import { silentLogger } from '../silent-logger.ts';

const DAY = 86_400_000;
const GUILDS = { short: '400000000000000001', long: '400000000000000002', usual: '400000000000000003' };

let database: TestDatabase;
let declarations: Declarations;

beforeAll(async () => {
  database = await createTestDatabase();
  const { handle } = database;
  declarations = new Declarations(handle.db);
  await handle.migratePlugin('diary', {
    '0001': {
      async up(db) {
        await sql`create table diary.entries (guild_id bigint, written_at timestamptz not null)`.execute(db);
        await sql`create table diary.hours (at timestamptz not null) partition by range (at)`.execute(db);
        for (const month of ['2020_01', '2020_02'])
          await sql`create table ${sql.id('diary', `hours_${month}`)} partition of diary.hours
            for values from (${sql.lit(`${month.replace('_', '-')}-01`)}) to (${sql.lit(month === '2020_01' ? '2020-02-01' : '2020-03-01')})`.execute(
            db,
          );
        await sql`create table diary.hours_rest partition of diary.hours default`.execute(db);
      },
      async down(db) {
        await sql`drop schema diary cascade`.execute(db);
      },
    },
  });
  await declarations.save(diary());
  await declarations.save(
    definePlugin({ id: 'core', title: 'General', description: 'Core.', tables: coreDataRights }),
  );
});
afterAll(() => database.close());

function diary(): Plugin {
  return definePlugin({
    id: 'diary',
    title: 'Diary',
    description: 'Keeps entries for a while.',
    settings: z.strictObject({
      keepDays: z.number().default(30).meta({ title: 'Days', description: 'How long' }),
    }),
    tables: {
      entries: {
        guild: 'guildId',
        erase: { keep: 'It names nobody.' },
        retention: { column: 'writtenAt', days: 30, setting: 'keepDays' },
      },
      hours: { erase: { keep: 'It names nobody.' }, retention: { column: 'at', days: 30 } },
    },
  });
}

const sweep = (ofCore: Record<string, number> = {}): Promise<void> =>
  new RetentionSweep({
    database: database.handle,
    declarations,
    ofCore,
    logger: silentLogger,
  }).sweep();

const ago = (days: number): Date => new Date(Date.now() - days * DAY);

async function choose(guildId: string, value: unknown): Promise<void> {
  await database.handle.ensureGuild(guildId);
  await new SettingsRepository(database.handle.db).append({
    guildId,
    pluginId: 'diary',
    value,
    schemaVersion: 1,
    changedBy: null,
  });
}

test('rows go when their time is over, by the choice of each guild', async () => {
  const { db } = database.handle;
  await choose(GUILDS.short, { keepDays: 100 });
  await choose(GUILDS.short, { keepDays: 7 });
  await choose(GUILDS.long, { keepDays: '1w' });
  await choose(GUILDS.long, { keepDays: '60d' });
  await choose(GUILDS.usual, { other: 1 });
  for (const guildId of Object.values(GUILDS))
    for (const days of [6, 8, 29, 31, 59, 61])
      await sql`insert into diary.entries values (${guildId}, ${ago(days)})`.execute(db);

  await sweep();

  const { rows } = await sql<{ guild_id: string; count: number }>`
    select guild_id, count(*)::int as count from diary.entries group by 1 order by 1`.execute(
    db.withoutPlugins(),
  );
  expect(rows).toEqual([
    { guild_id: GUILDS.short, count: 1 },
    { guild_id: GUILDS.long, count: 5 },
    { guild_id: GUILDS.usual, count: 3 },
  ]);
});

test('more rows than one statement removes all go', async () => {
  const { db } = database.handle;
  await sql`insert into diary.entries select ${GUILDS.usual}, ${ago(40)} from generate_series(1, 12000)`.execute(
    db,
  );

  await sweep();

  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from diary.entries where written_at < ${ago(30)} and guild_id = ${GUILDS.usual}`.execute(
    db,
  );
  expect(rows).toEqual([{ count: 0 }]);
});

test('of a table with months, the months go', async () => {
  await sweep();

  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'diary.hours'::regclass`.execute(database.handle.db);
  expect(rows.map(({ name }) => name)).toEqual(['hours_rest']);
});

test('core’s own tables are swept, for as long as the operator wants', async () => {
  const { db, ensureGuild } = {
    db: database.handle.db,
    ensureGuild: (id: string) => database.handle.ensureGuild(id),
  };
  await ensureGuild(GUILDS.usual);
  for (const days of [1, 80, 100, 700, 800]) {
    await sql`insert into core.error_logs (fingerprint, error_type, message, occurred_at)
      values ('x', 'Error', 'x', ${ago(days)})`.execute(db);
    await sql`insert into core.audit_logs (guild_id, action, created_at) values (${GUILDS.usual}, 'x.y', ${ago(days)})`.execute(
      db,
    );
  }
  const counts = async () => {
    const { rows } = await sql<{ errors: number; audit: number }>`select
      (select count(*)::int from core.error_logs) as errors, (select count(*)::int from core.audit_logs) as audit`.execute(
      db,
    );
    return rows[0];
  };

  await sweep();
  expect(await counts()).toEqual({ errors: 2, audit: 4 });

  await sweep({ error_logs: 2 * DAY, audit_logs: 90 * DAY });
  expect(await counts()).toEqual({ errors: 1, audit: 2 });
});

test('one that fails stops no other', async () => {
  const { db } = database.handle;
  await sql`insert into diary.entries values (${GUILDS.usual}, ${ago(40)})`.execute(db);
  await sql`insert into core.error_logs (fingerprint, error_type, message, occurred_at) values ('x', 'E', 'x', ${ago(100)})`.execute(
    db,
  );
  await sql`create view diary.seen as select written_at from diary.entries`.execute(db);
  await sql`create rule stuck as on delete to diary.entries do instead select 1 / 0`.execute(db);

  await sweep();

  const { rows } = await sql`select from core.error_logs where occurred_at < ${ago(90)}`.execute(db);
  expect(rows).toEqual([]);
  await sql`drop rule stuck on diary.entries`.execute(db);
});
