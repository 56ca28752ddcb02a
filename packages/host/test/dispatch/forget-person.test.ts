import { startDatabase } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Scope } from '../../src/lifecycle/scope.ts';
import type { HostLogger } from '../../src/logging/logger.ts';
import { openTelemetry } from '../../src/telemetry.ts';
import { silentLogger } from '../silent-logger.ts';

const ME = '500000000000000001';
const OTHER = '500000000000000002';
const logger: HostLogger = { ...silentLogger, child: () => logger };

let database: TestDatabase;
let scope: Scope;
beforeAll(async () => {
  database = await createTestDatabase();
  scope = new Scope({ onProblem: () => {} });
});
afterEach(() => scope.dispose());
afterAll(() => database.close());

const use = (userId: string) => ({
  command: 'ping',
  guildId: null,
  userId,
  usedAt: new Date(),
  durationMs: 1,
  outcome: 'success' as const,
});

const error = (userId: string) => ({
  fingerprint: 'f',
  errorType: 'TypeError',
  message: `No member ${userId}.`,
  stack: `at ${userId}`,
  command: 'ping',
  pluginId: 'core',
  guildId: null,
  userId,
  occurredAt: new Date(),
});

test('what waits to be stored about a person is stored without them, in all processes', async () => {
  const there = await startDatabase({ url: database.url, dataDir: '' });
  scope.defer('closing the other process', () => there.close());
  const here = await openTelemetry(database.handle, logger, scope);
  const elsewhere = await openTelemetry(there, logger, scope);
  for (const telemetry of [here, elsewhere])
    for (const userId of [ME, OTHER]) {
      telemetry.recordUse(use(userId));
      telemetry.recordError(error(userId));
    }

  await here.forget(ME);

  const { db } = database.handle;
  await expect
    .poll(async () => {
      const { rows } = await sql<{ uses: number; errors: number }>`select
        (select count(*)::int from core.command_usages) as uses, (select count(*)::int from core.error_logs) as errors`.execute(
        db,
      );
      return rows[0];
    })
    .toEqual({ uses: 4, errors: 4 });
  const { rows: uses } = await sql`select user_id::text as id from core.command_usages order by 1`.execute(
    db,
  );
  expect(uses).toEqual([{ id: OTHER }, { id: OTHER }, { id: null }, { id: null }]);
  const { rows: errors } =
    await sql`select user_id::text as id, message, stack from core.error_logs order by 1, 2`.execute(db);
  expect(errors).toEqual([
    { id: OTHER, message: `No member ${OTHER}.`, stack: `at ${OTHER}` },
    { id: OTHER, message: `No member ${OTHER}.`, stack: `at ${OTHER}` },
    { id: null, message: 'No member 0.', stack: 'at 0' },
    { id: null, message: 'No member 0.', stack: 'at 0' },
  ]);
});
