import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { Starvation } from '../src/load/starvation.ts';

test.runIf(existsSync('/proc/pressure/cpu'))('a machine that is wanted by too many is noticed', async () => {
  const workers = Array.from(
    { length: availableParallelism() * 3 },
    () => new Worker('for (;;);', { eval: true }),
  );
  const starvation = new Starvation();

  await expect.poll(() => starvation.look(), { timeout: 20_000, interval: 1_000 }).toBe(true);
  await Promise.all(workers.map((worker) => worker.terminate()));
});
