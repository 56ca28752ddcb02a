import type { APIEmbed } from 'discord.js';
import { expect, test } from 'vitest';
import { takeBatch } from '../src/logs/take-batch.ts';

const embed = (length: number): APIEmbed => ({ description: 'x'.repeat(length) });

test('takes ten embeds at most', () => {
  const waiting = Array.from({ length: 25 }, () => embed(1));

  expect([takeBatch(waiting), takeBatch(waiting), takeBatch(waiting)].map(({ length }) => length)).toEqual([
    10, 10, 5,
  ]);
  expect(waiting).toEqual([]);
});

test('takes 6,000 characters at most, titles, fields and all', () => {
  const waiting = [embed(3_000), { ...embed(2_000), title: 'y'.repeat(1_000) }, embed(1)];

  expect(takeBatch(waiting)).toHaveLength(2);
  expect(waiting).toEqual([embed(1)]);
});

test('takes one embed even where it is too long, so that it cannot block the others', () => {
  const waiting = [embed(7_000), embed(1)];

  expect(takeBatch(waiting)).toEqual([embed(7_000)]);
});
