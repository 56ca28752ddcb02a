import { createTestDatabase } from '@twi/database/testing';
import { expect, test } from 'vitest';
import { migrations } from '../src/database/migrations/migrations.ts';

test('migrates up, and down again without a trace', async () => {
  await using database = await createTestDatabase();
  const { handle } = database;

  await handle.migratePlugin('creator-links', migrations);
  await handle.rollbackPlugin('creator-links', migrations);

  await expect(handle.migratePlugin('creator-links', migrations)).resolves.toEqual(Object.keys(migrations));
});
