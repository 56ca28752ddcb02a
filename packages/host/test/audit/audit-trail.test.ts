import { definePlugin, type PluginContext } from '@twi/sdk';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, startBench } from '../start-bench.ts';

let context: PluginContext;

const ledger = definePlugin({
  id: 'ledger',
  title: 'Ledger',
  description: 'Keeps notes.',
  migrations: {
    '0001-create-notes': {
      up: (db) => sql`create table ledger.notes (text text not null)`.execute(db).then(() => undefined),
      down: (db) => sql`drop table ledger.notes`.execute(db).then(() => undefined),
    },
  },
  setup(given) {
    context = given;
  },
});

let bench: Bench;
beforeAll(async () => {
  bench = await startBench([ledger]);
});
afterAll(() => bench[Symbol.asyncDispose]());

/** A guild and a person without rows. */
function strangers(): { guildId: string; userId: string } {
  const { id } = bench.sandbox.createUser({ username: `stranger${Math.random()}` });
  return { guildId: String(BigInt(id) + 1n), userId: id };
}

const actionsIn = async (guildId: string) =>
  bench.host.database.db
    .selectFrom('core.audit_logs')
    .select(['action', 'userId', 'reversal'])
    .where('guildId', '=', guildId)
    .execute();

const noteCount = async (text: string): Promise<number> => {
  const { rows } = await sql`select from ledger.notes where text = ${text}`.execute(bench.host.database.db);
  return rows.length;
};

test('an entry in the plugin’s transaction exists when that commits, with the rows of guild and person', async () => {
  const { guildId, userId } = strangers();

  await context.db.transaction().execute(async (transaction) => {
    await sql`insert into ledger.notes values (${guildId})`.execute(transaction);
    await context.audit.record({
      guildId,
      userId,
      action: 'ledger.note',
      reversal: { text: 'a' },
      transaction,
    });
    expect(await actionsIn(guildId)).toEqual([]);
  });

  expect(await actionsIn(guildId)).toEqual([{ action: 'ledger.note', userId, reversal: { text: 'a' } }]);
  expect(await noteCount(guildId)).toBe(1);
  const { db } = bench.host.database;
  expect(await db.selectFrom('core.users').select('id').where('id', '=', userId).execute()).toHaveLength(1);
});

test('an entry in the plugin’s transaction is gone when that is rolled back, and both can be tried again', async () => {
  const { guildId, userId } = strangers();
  const entry = { guildId, userId, action: 'ledger.note' };
  const failing = context.db.transaction().execute(async (transaction) => {
    await sql`insert into ledger.notes values (${guildId})`.execute(transaction);
    await context.audit.record({ ...entry, transaction });
    throw new Error('second thoughts');
  });
  await expect(failing).rejects.toThrow('second thoughts');

  expect(await actionsIn(guildId)).toEqual([]);
  expect(await noteCount(guildId)).toBe(0);

  await context.db.transaction().execute((transaction) => context.audit.record({ ...entry, transaction }));
  expect(await actionsIn(guildId)).toHaveLength(1);
});

test('writing an entry opens no other way to tables that are not the plugin’s', async () => {
  const reading = context.db
    .transaction()
    .execute((transaction) => sql`select * from core.audit_logs`.execute(transaction));

  await expect(reading).rejects.toThrow('ledger');
});
