import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { PlainCounter } from '../../src/http/plain-counter.ts';

test('Prometheus reads what was counted up to the moment that it asks', async () => {
  const registry = new Registry();
  const runs = new PlainCounter({
    name: 'runs_total',
    help: 'Runs.',
    labelNames: ['plugin', 'outcome'],
    registers: [registry],
  });
  runs.inc('stats', 'success');
  runs.inc('stats', 'success');
  runs.inc('stats', 'failed');
  expect(await registry.metrics()).toContain('runs_total{plugin="stats",outcome="success"} 2');

  runs.inc('stats', 'success');
  runs.inc('gallery', 'success');

  const lines = (await registry.metrics()).split('\n').filter((line) => line.startsWith('runs_total'));
  expect(lines.toSorted()).toEqual([
    'runs_total{plugin="gallery",outcome="success"} 1',
    'runs_total{plugin="stats",outcome="failed"} 1',
    'runs_total{plugin="stats",outcome="success"} 3',
  ]);
});

test('nothing that was never counted is shown', async () => {
  const registry = new Registry();
  const silent = new PlainCounter({
    name: 'silent',
    help: 'Nothing.',
    labelNames: ['kind'],
    registers: [registry],
  });

  expect(silent).toBeDefined();
  expect(await registry.metrics()).not.toMatch(/^silent/m);
});
