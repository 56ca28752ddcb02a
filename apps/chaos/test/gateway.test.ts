import { isMet } from '@twi/proving';
import { expect, test } from 'vitest';
import { gateway } from '../src/gateway/gateway.ts';

test('the bot bears the worst of Discord’s gateway', { timeout: 300_000 }, async () => {
  const { limits, rows } = await gateway('short');

  expect(rows).toHaveLength(5);
  expect(limits.filter((limit) => !isMet(limit))).toEqual([]);
});
