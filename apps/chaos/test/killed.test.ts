import { isMet } from '@twi/proving';
import { expect, test } from 'vitest';
import { killed } from '../src/killed/killed.ts';

test(
  'whenever the bot is killed, nothing that was answered is lost, done twice or left',
  { timeout: 600_000 },
  async () => {
    const { limits } = await killed('short');

    expect(limits.filter((limit) => !isMet(limit))).toEqual([]);
  },
);
