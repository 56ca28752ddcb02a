import { getEventListeners } from 'node:events';
import { container } from '@sapphire/framework';
import { defineJob } from '@twi/sdk';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runJob } from '../../src/jobs/run-job.ts';

const failing = () => Promise.reject(new Error('This one fails.'));

/** A job that tells which signal it was given. */
function tellingJob(seen: AbortSignal[], work: () => Promise<void> = async () => {}) {
  return defineJob({
    data: z.object({}),
    run: async ({ signal }) => {
      seen.push(signal);
      await work();
    },
  });
}

test('a job that has ended leaves nobody listening to its signal, which would keep it until the process stops', async () => {
  const seen: AbortSignal[] = [];
  const { signal: stopSignal } = new AbortController();
  const job = { name: 'test/done', data: {}, container, stopSignal };

  await runJob({ ...job, definition: tellingJob(seen) });
  await expect(runJob({ ...job, definition: tellingJob(seen, failing) })).rejects.toThrow('This one fails.');

  expect(seen.map((signal) => getEventListeners(signal, 'abort').length)).toEqual([0, 0]);
});

test('a job ends with the process, and none begins after its end', async () => {
  const seen: AbortSignal[] = [];
  const stop = new AbortController();
  const definition = tellingJob(seen, () => new Promise(() => {}));
  const job = { name: 'test/endless', definition, data: {}, container, stopSignal: stop.signal };

  const running = runJob(job);
  stop.abort(new Error('The process stops.'));

  await expect(running).rejects.toThrow('The process stops.');
  await expect(runJob(job)).rejects.toThrow('The process stops.');
  expect(seen).toHaveLength(1);
});
