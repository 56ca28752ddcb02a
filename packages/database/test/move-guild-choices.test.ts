import { SettingsRepository } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveGuildChoices } from '../src/core/migrations/0005-move-guild-choices.ts';

const CHOOSER = '823456789012345601';
const OTHER = '823456789012345602';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('what guilds chose becomes their settings, and their choice again on the way back', async () => {
  const { handle } = database;
  await handle.ensureGuild(CHOOSER);
  await handle.ensureGuild(OTHER);
  await moveGuildChoices.down(handle.db);
  await sql`update core.guilds set prefix = '!', time_zone = 'Europe/Berlin' where id = ${CHOOSER}`.execute(
    handle.db,
  );

  await moveGuildChoices.up(handle.db);

  const settings = new SettingsRepository(handle.db);
  expect(await settings.findLatest(CHOOSER, 'core')).toMatchObject({
    revision: 1,
    value: { prefix: '!', timeZone: 'Europe/Berlin' },
    schemaVersion: 1,
  });
  expect(await settings.findLatest(OTHER, 'core')).toBeUndefined();

  await moveGuildChoices.down(handle.db);
  const { rows } = await sql`
    select prefix, locale, time_zone from core.guilds where id = ${CHOOSER}
  `.execute(handle.db);
  expect(rows).toMatchObject([{ prefix: '!', locale: null }]);
  await moveGuildChoices.up(handle.db);
});
