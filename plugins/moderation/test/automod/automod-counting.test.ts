import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../../src/index.ts';
import { caseTypes, newAutomodScene, stays, untilGone } from './automod-scene.ts';

const RESTART_MS = 60_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

test('a message that is edited into one that was written before counts as it', async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Again', trigger: 'duplicates', values: '2, 1m', action: 'delete' });
  const first = await mallory.send('buy now');
  const second = await mallory.send('good morning');
  await expect(stays(mallory, second)).resolves.toBe(true);

  await mallory.edit(second, 'BUY now');

  await untilGone(mallory, second);
  await expect(stays(mallory, first)).resolves.toBe(true);
});

test('a message that was edited no longer counts as what it said', async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Again', trigger: 'duplicates', values: '2, 1m', action: 'delete' });
  const first = await mallory.send('buy now');
  await mallory.edit(first, 'sorry');
  await expect(stays(mallory, first)).resolves.toBe(true);

  const second = await mallory.send('buy now');

  await expect(stays(mallory, second)).resolves.toBe(true);
});

test('the same message edited again and again is no flood', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Rate', trigger: 'rate', values: '3, 1m', action: 'warn' });
  await add({ name: 'Again', trigger: 'duplicates', values: '3, 1m', action: 'warn' });
  const message = await mallory.send('one');

  for (const text of ['two', 'one', 'two', 'one', 'two']) await mallory.edit(message, text);

  await expect(stays(mallory, message)).resolves.toBe(true);
  await expect(caseTypes(guild, 0)).resolves.toEqual([]);
});

test('who wrote too quickly may still mend an earlier message', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Rate', trigger: 'rate', values: '3, 1m', action: 'warn' });
  const first = await mallory.send('oen');
  await mallory.send('two');
  await untilGone(mallory, await mallory.send('three'));
  await caseTypes(guild, 1);

  await mallory.edit(first, 'one');

  await expect(stays(mallory, first)).resolves.toBe(true);
  await expect(caseTypes(guild, 1)).resolves.toEqual(['warn']);
});

test('a restart forgets what was written, and no rule', { timeout: RESTART_MS }, async () => {
  const { guild, alice, mallory, add } = await newAutomodScene(bot);
  const fun = guild.sandbox.addChannel({ name: 'fun' });
  await add({
    name: 'Again',
    trigger: 'duplicates',
    values: '2, 1m',
    action: 'delete',
    'exempt-channel': fun,
  });
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });
  await alice.slash('automod dry-run', { rule: '2' });
  await mallory.send('buy now');

  await bot.restart();

  const again = await mallory.send('buy now');
  await expect(stays(mallory, again)).resolves.toBe(true);
  const dry = await mallory.send('spam');
  await expect(stays(mallory, dry)).resolves.toBe(true);
  await mallory.in(fun).send('hello');
  const exempt = await mallory.in(fun).send('hello');
  await expect(stays(mallory.in(fun), exempt)).resolves.toBe(true);
  await untilGone(mallory, await mallory.send('buy now'));
});

test('a message from before a restart is looked at when it is edited', { timeout: RESTART_MS }, async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });
  const message = await mallory.send('hello');
  await expect(stays(mallory, message)).resolves.toBe(true);

  await bot.restart();
  await mallory.edit(message, 'spam');

  await untilGone(mallory, message);
});
