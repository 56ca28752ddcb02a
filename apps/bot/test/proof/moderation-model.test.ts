import { moderationPlugin } from '@twi/plugin-moderation';
import { startTestBot, type TestBot } from '@twi/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { steps } from './model/commands.ts';
import { compare } from './model/compare.ts';
import { newModel } from './model/moderation-model.ts';
import { ModerationScene } from './model/moderation-scene.ts';

/** `PROOF_SECONDS` looks longer, `PROOF_SEED` elsewhere; what fails prints the seed and path that lead there again. */
const SECONDS = Number(process.env['PROOF_SECONDS'] ?? 30);
const SEED = Number(process.env['PROOF_SEED'] ?? 1);
const PATH = process.env['PROOF_PATH'];
/** The last run ends, and what fails is shrunk. */
const PATIENCE_MS = 120_000;
const MANY = 100_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test(
  'whatever moderators do, with or without the bot, Discord and the cases say the same',
  { timeout: SECONDS * 1_000 + PATIENCE_MS },
  async () => {
    let runs = 0;
    const property = fc.asyncProperty(fc.commands(steps, { maxCommands: 25 }), async (run) => {
      const model = newModel();
      const scene = await ModerationScene.make(bot);
      await fc.asyncModelRun(() => ({ model, real: scene }), run);
      await compare(model, scene);
      runs += 1;
    });
    await fc.assert(property, {
      seed: SEED,
      ...(PATH && { path: PATH }),
      numRuns: MANY,
      interruptAfterTimeLimit: SECONDS * 1_000,
      markInterruptAsFailure: false,
    });
    process.stdout.write(`${runs} runs with seed ${SEED}.\n`);
  },
);
