import { isMet } from '@twi/proving';
import { expect, test } from 'vitest';
import { rest } from '../src/rest/rest.ts';

test('the bot bears the worst of Discord’s REST interface', { timeout: 300_000 }, async () => {
  const { limits, rows } = await rest('short');

  expect(rows).toHaveLength(5);
  expect(limits.filter((limit) => !isMet(limit))).toEqual([]);
});
