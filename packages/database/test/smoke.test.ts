import { expect, test } from 'vitest';
import { createTestDatabase } from '@twi/database/testing';
test('x', async () => {
  await using d = await createTestDatabase();
  expect(await d.handle.ping()).toBeGreaterThan(0);
});
