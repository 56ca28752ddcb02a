import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { newAutomodScene, stays } from './automod/automod-scene.ts';
import { awaitEmbeds, configure, embedsIn, SOON, staffChannel } from './logs-scene.ts';
import { newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin], privilegedIntents: 0 });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

/** What went wrong unnoticed. */
const errors = (): string[] => bot.logs.filter((line) => line.includes('"level":"error"'));

test('works without the privileged intents, and says what does not', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  expect((await alice.slash('warn', { user: mallory, reason: 'Spam' })).text).toContain('case #1');
  const info = await guild.owner.slash('plugins info', { plugin: 'moderation' });
  expect(info.text).toContain('Server Members Intent');
  expect(info.text).toContain('Message Content Intent');
  expect((await guild.owner.slash('automod list')).text).toContain('I cannot read messages here');
});

test('takes commands that mention the bot, and no others, as messages', async () => {
  const { alice, mallory } = await newScene(bot);

  const { id } = bot.sandbox.bot;
  await alice.send(`!warn <@${mallory.id}> Unheard`);
  await alice.send(`<@${id}> warn <@${mallory.id}> Heard`);

  const answers = () => JSON.stringify(alice.directMessages);
  await vi.waitFor(() => expect(answers()).toContain('Warned'), SOON);
  expect((await alice.slash('history', { user: mallory })).text).not.toContain('Unheard');
  expect(errors()).toEqual([]);
});

test('logs edits and deletions without texts that it was not shown', async () => {
  const { guild, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'log');
  await configure(bot, guild, { logEdits: log, logDeletions: log, logContentHours: 24 });
  const message = await mallory.send('Something rude');

  await mallory.edit(message, 'Something polite');
  await awaitEmbeds(bot, log, 1);
  await mallory.delete(message);

  await awaitEmbeds(bot, log, 2);
  const [edit, deletion] = embedsIn(bot, log).map(({ description }) => description);
  expect(edit).toContain(
    '**Before**\n*The text is not remembered.*\n**After**\n*The text is not remembered.*',
  );
  expect(deletion).toContain(`<@${mallory.id}>`);
  expect(deletion).toContain('*The text is not remembered.*');
  expect(errors()).toEqual([]);
});

test('rules on what is written find nothing in messages that they are not shown', async () => {
  const { add, mallory } = await newAutomodScene(bot);
  const added = await add({ name: 'Shops', trigger: 'words', values: 'buy', action: 'delete' });
  expect(added.text).toContain('Shops');

  expect(await stays(mallory, await mallory.send('Buy my stuff'))).toBe(true);
  expect(errors()).toEqual([]);
});
