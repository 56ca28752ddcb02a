import { isMet } from '@twi/proving';
import { expect, test } from 'vitest';
import { soak } from '../src/soak/soak.ts';

test('two minutes of everything leaves the bot as it was', { timeout: 400_000 }, async () => {
  const { limits } = await soak('short');

  expect(limits.filter((limit) => !isMet(limit))).toEqual([]);
});
