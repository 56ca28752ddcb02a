import { expect, test } from 'vitest';
import { valueAxis } from '../src/frame.ts';

test('an axis of whole numbers has whole steps, and one of others any', () => {
  expect(valueAxis([{ name: 'items', values: [1, 0, 2] }])).toHaveProperty('minInterval', 1);
  expect(valueAxis([{ name: 'rate', values: [1, 0.5] }])).not.toHaveProperty('minInterval');
});
