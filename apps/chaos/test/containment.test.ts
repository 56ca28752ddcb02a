import { isMet } from '@twi/proving';
import { expect, test } from 'vitest';
import { containment } from '../src/containment/containment.ts';

test(
  'plugins that do everything wrong are stopped, and nobody else fails',
  { timeout: 240_000 },
  async () => {
    const { limits, rows } = await containment('short');

    expect(limits.filter((limit) => !isMet(limit))).toEqual([]);
    expect(rows.map(([plugin]) => plugin)).toContain('blocks the event loop');
  },
);
