import { moderationPlugin } from '@twi/plugin-moderation';
import { startTestBot, type TestBot } from '@twi/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Step, steps } from './model/commands.ts';
import { compare } from './model/compare.ts';
import { newModel } from './model/moderation-model.ts';
import { ModerationScene } from './model/moderation-scene.ts';

/** `PROOF_SECONDS` looks longer, `PROOF_SEED` elsewhere; what fails prints the seed and path that lead there again. */
const SECONDS = Number(process.env['PROOF_SECONDS'] ?? 10);
const SEED = Number(process.env['PROOF_SEED'] ?? 1);
const PATH = process.env['PROOF_PATH'];
/** What fails is made shorter for so long. */
const SHRINKING_MS = 90_000;
/** A single run, or the start of the bot, on a busy machine. */
const PATIENCE_MS = 60_000;
const MANY = 10_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test(
  'whatever moderators do, with or without the bot, Discord and the cases say the same',
  { timeout: SECONDS * 1_000 + SHRINKING_MS + PATIENCE_MS },
  async () => {
    let end = performance.now() + SECONDS * 1_000;
    let runs = 0;
    let hasFailed = false;
    const property = fc.asyncProperty(fc.commands(steps, { maxCommands: 25 }), async (run) => {
      // Not the limit of fast-check, which would end the shrinking, too.
      if (performance.now() > end) return;
      runs += 1;
      try {
        await playAll(bot, run);
      } catch (error) {
        if (!hasFailed) end = performance.now() + SHRINKING_MS;
        hasFailed = true;
        throw error;
      }
    });
    await fc.assert(property, { seed: SEED, ...(PATH && { path: PATH }), numRuns: MANY });
    expect(runs).toBeGreaterThan(0);
    process.stdout.write(`${runs} runs with seed ${SEED}.\n`);
  },
);

async function playAll(of: TestBot, run: Iterable<Step>): Promise<void> {
  const model = newModel();
  const scene = await ModerationScene.make(of);
  await fc.asyncModelRun(() => ({ model, real: scene }), run);
  await compare(model, scene);
}
