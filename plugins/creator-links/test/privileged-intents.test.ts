import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { creatorLinksPlugin } from '../src/index.ts';
import { linksIn, newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [creatorLinksPlugin], privilegedIntents: 0 });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

test('without the intent for members, the links of who left are hidden within hours, and shown when they are back', async () => {
  const { cat, dog } = await newScene(bot);
  await cat.slash('creator-link add', { title: 'Art', url: 'https://example.org' });
  await cat.leave();

  await bot.clock.advance('7h');
  const gone = await dog.slash('creator-link get', { user: cat });
  await cat.join();
  await bot.clock.advance('7h');
  const back = await dog.slash('creator-link get', { user: cat });

  expect(gone.text).toContain('is not in this server');
  expect(linksIn(back)).toEqual(['https://example.org']);
});
