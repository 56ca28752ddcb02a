import { expect, test } from 'vitest';
import { WriteBehind } from '../../src/dispatch/write-behind.ts';
import { silentLogger } from '../silent-logger.ts';

function start(capacity: number): {
  rows: WriteBehind<number>;
  written: number[][];
  outage: { isOn: boolean };
  log: string[];
} {
  const written: number[][] = [];
  const log: string[] = [];
  const outage = { isOn: false };
  const say = (...values: readonly unknown[]): void => void log.push(String(values[0]));
  const rows = new WriteBehind<number>({
    name: 'numbers',
    logger: { ...silentLogger, warn: say, info: say },
    intervalMs: 60_000,
    capacity,
    write: async (batch) => {
      if (outage.isOn) throw new Error('the database is away');
      written.push([...batch]);
    },
  });
  return { rows, written, outage, log };
}

test('rows are written together, and the rest at the end', async () => {
  const { rows, written } = start(100);
  for (const row of [1, 2, 3]) rows.add(row);
  await rows.flush();
  rows.add(4);

  await rows.close();

  expect(written).toEqual([[1, 2, 3], [4]]);
});

test('a large batch is written in parts that PostgreSQL takes', async () => {
  const { rows, written } = start(10_000);
  for (let row = 0; row < 2_500; row += 1) rows.add(row);

  await rows.close();

  expect(written.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
  expect(written.flat()).toEqual(Array.from({ length: 2_500 }, (_, row) => row));
});

test('an outage loses nothing within the capacity, keeps the newest beyond it, and is told once', async () => {
  const { rows, written, outage, log } = start(3);
  outage.isOn = true;
  rows.add(1);
  await rows.flush();
  rows.add(2);
  await rows.flush();
  for (const row of [3, 4]) rows.add(row);
  await rows.flush();

  outage.isOn = false;
  await rows.close();

  expect(written).toEqual([[2, 3, 4]]);
  expect(log).toEqual([
    'The numbers cannot be written at present; they wait.',
    'The numbers are written again; 1 were lost.',
  ]);
});

test('rows that wait can be changed', async () => {
  const { rows, written } = start(100);
  for (const row of [1, 2]) rows.add(row);

  rows.change((row) => row * 10);
  await rows.close();

  expect(written).toEqual([[10, 20]]);
});
