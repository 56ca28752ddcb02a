import { expect, test, vi } from 'vitest';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { silentLogger } from '../silent-logger.ts';

/** Fails as often as it is told to. */
function failing(times: number) {
  let attempts = 0;
  const start = async (): Promise<void> => {
    attempts += 1;
    if (attempts <= times) throw new Error('The database is away.');
  };
  return { start, attempts: () => attempts };
}

test('tries again until the jobs run, and says why they do not', async () => {
  const error = vi.spyOn(silentLogger, 'error');
  const jobs = failing(1);

  await startJobs({ jobs, logger: silentLogger, signal: new AbortController().signal });

  expect(jobs.attempts()).toBe(2);
  expect(error).toHaveBeenCalledExactlyOnceWith(
    'Jobs cannot be run; that is tried again in 1 s.',
    expect.objectContaining({ message: 'The database is away.' }),
  );
  error.mockRestore();
});

test('ends when the bot stops', async () => {
  const ending = new AbortController();
  const jobs = failing(Infinity);

  const started = startJobs({ jobs, logger: silentLogger, signal: ending.signal });
  await vi.waitFor(() => expect(jobs.attempts()).toBe(1));
  ending.abort();

  await expect(started).resolves.toBeUndefined();
  expect(jobs.attempts()).toBe(1);
});
