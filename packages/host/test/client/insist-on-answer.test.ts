import { expect, test } from 'vitest';
import type { Received } from '../../src/client/answer-request.ts';
import { insistOnAnswer } from '../../src/client/insist-on-answer.ts';

function answered(status: number, body: object = {}): Received {
  return { status, statusText: '', rawHeaders: [], chunks: [Buffer.from(JSON.stringify(body))] };
}

const LOST: Received = { error: new Error('other side closed') };
const GIVEN = answered(400, { code: 40_060, message: 'Interaction has already been acknowledged.' });
const NO_CONTENT = answered(204);

/** What comes of giving an answer that is received so, try by try, and how many tries it took. */
async function outcome(...receptions: readonly Received[]): Promise<{ received: Received; tries: number }> {
  let tries = 0;
  const received = await insistOnAnswer(async () => {
    tries += 1;
    return receptions[tries - 1] ?? LOST;
  });
  return { received, tries };
}

test.for<[string, readonly Received[], number]>([
  ['takes it at once', [NO_CONTENT], 1],
  ['fails and takes it then', [answered(503), LOST, NO_CONTENT], 3],
  ['took it, and the word of it was lost', [LOST, GIVEN], 2],
  ['took it with an error', [answered(500), GIVEN], 2],
])('has given the answer when Discord %s', async ([, receptions, tries]) => {
  const { received, tries: taken } = await outcome(...receptions);

  expect(received).toMatchObject({ status: 204 });
  expect(taken).toBe(tries);
});

test('tells when somebody else has answered before', async () => {
  await expect(outcome(GIVEN)).resolves.toEqual({ received: GIVEN, tries: 1 });
});

test('tells what Discord refuses, and does not insist', async () => {
  const late = answered(404, { code: 10_062 });

  await expect(outcome(LOST, late)).resolves.toEqual({ received: late, tries: 2 });
  await expect(outcome(answered(429))).resolves.toMatchObject({ tries: 1 });
});

test('gives up after some tries', async () => {
  await expect(outcome()).resolves.toEqual({ received: LOST, tries: 4 });
});

test('gives up when nobody can be answered any more', async () => {
  let tries = 0;
  const startedAt = performance.now();

  await insistOnAnswer(async () => {
    tries += 1;
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    return LOST;
  });

  expect(tries).toBe(2);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
}, 10_000);
