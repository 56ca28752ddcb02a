import { startTestBot, type TestBot } from '@twi/testing';
import { GatewayIntentBits } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { galleryPlugin } from '../../src/index.ts';
import { newImportScene, postPicture } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [galleryPlugin], privilegedIntents: GatewayIntentBits.GuildMembers });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('says that it cannot import where Discord does not tell what messages say', async () => {
  const scene = await newImportScene(bot);
  await postPicture(scene.inSource, 'Tea');

  const reply = await scene.alice.slash('gallery-admin import', { channel: scene.source });

  expect(reply.text).toContain('has to switch on the message content intent');
});
