import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { configure } from './logs-scene.ts';
import { caseOf, newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('changes a reason, which can be undone and repeated', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });

  const reply = await alice.slash('case edit', { number: 1, reason: 'Spam in #general' });

  expect(reply.text).toBe('Changed the reason of case #1.');
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ reason: 'Spam in #general' });
  const of = { guild, action: 'moderation.case-edit', by: alice };
  await expect(bot.undo(of)).resolves.toBe('The reason of case #1 is now "Spam".');
  await expect(bot.redo(of)).resolves.toBe('The reason of case #1 is now "Spam in #general".');
});

test('an edit is not undone when somebody has changed the reason again', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('case edit', { number: 1, reason: 'Second' });
  await alice.slash('case edit', { number: 1, reason: 'Third' });

  await expect(bot.undo({ guild, action: 'moderation.case-edit', by: alice })).rejects.toThrow(
    'The reason of case #1 has changed since; it is now **Third**.',
  );
});

test('shows the notes of a case, oldest first', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('case note', { number: 1, text: 'Said sorry' });
  await guild.owner.slash('case note', { number: 1, text: 'And again' });

  const { text } = await alice.slash('case view', { number: 1 });

  expect(text).toMatch(
    new RegExp(`Notes\n<@${alice.id}>, <t:\\d+:d>: Said sorry\n<@${guild.owner.id}>, <t:\\d+:d>: And again`),
  );
});

test('a note can be taken back and restored', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('case note', { number: 1, text: 'Said sorry' });
  const of = { guild, action: 'moderation.case-note', by: alice };

  await bot.undo(of);
  expect((await alice.slash('case view', { number: 1 })).text).not.toContain('Said sorry');
  await expect(bot.undo(of)).rejects.toThrow('That note on case #1 is deleted already.');
  await bot.redo(of);
  expect((await alice.slash('case view', { number: 1 })).text).toContain('Said sorry');
});

test('a deleted case is hidden everywhere, and its number is never used again', async () => {
  const { alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'First' });
  await alice.slash('case delete', { number: 1 });
  await alice.slash('warn', { user: mallory, reason: 'Second' });

  expect((await alice.slash('case view', { number: 1 })).text).toBe('There is no case #1 in this server.');
  expect((await alice.slash('history', { user: mallory })).text).not.toContain('First');
  expect((await alice.slash('case view', { number: 2 })).text).toContain('Second');
});

test('restores a deleted case, which is what completion offers', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'First' });
  await alice.slash('warn', { user: mallory, reason: 'Second' });
  await alice.slash('case delete', { number: 1 });

  const choices = await alice.autocomplete('case restore', { number: '' }, 'number');
  expect(choices.map(({ value }) => value)).toEqual([1]);
  await expect(alice.slash('case restore', { number: 1 })).resolves.toMatchObject({
    text: 'Restored case #1.',
  });
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ reason: 'First' });
});

test.each([
  ['case delete', 'Case #1 is deleted already.'],
  ['case edit', 'There is no case #1 in this server.'],
  ['case note', 'There is no case #1 in this server.'],
])('/%s of a deleted case says so', async (command, text) => {
  const { alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('case delete', { number: 1 });
  const more = { 'case delete': {}, 'case edit': { reason: 'x' }, 'case note': { text: 'x' } }[command];

  const reply = await alice.slash(command, { number: 1, ...more });

  expect(reply.text).toBe(text);
});

test('offers the usual reasons of the server', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await configure(bot, guild, { reasonPresets: ['Spam', 'Insults', 'Spoilers'] });

  const names = async (command: string, typed: string) =>
    (await alice.autocomplete(command, { user: mallory, reason: typed }, 'reason')).map(({ name }) => name);

  expect(await names('warn', 'sp')).toEqual(['Spam', 'Spoilers']);
  expect(await names('ban', '')).toEqual(['Spam', 'Insults', 'Spoilers']);
  expect(await names('kick', 'nothing like it')).toEqual([]);
});

test('warns the author of a message from its menu, with a preset and words', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await configure(bot, guild, { reasonPresets: ['Spam', 'Insults'] });
  const message = await mallory.send('You fool');

  const form = await alice.contextMenu('Warn author', message);
  expect(form.modal?.title).toBe('Warn mallory');
  const reply = await alice.submit(form, { preset: '1', reason: 'twice' });

  expect(reply.text).toBe(`Warned <@${mallory.id}> (case #1).`);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({
    targetId: mallory.id,
    reason: `Insults: twice (https://discord.com/channels/${guild.id}/${guild.channelId}/${message.id})`,
  });
});

test('wants a reason when neither a preset nor words are given', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await configure(bot, guild, { reasonPresets: ['Spam'] });
  const form = await alice.contextMenu('Warn author', await mallory.send('Hello'));

  const reply = await alice.submit(form, {});

  expect(reply.text).toBe('The reason is empty; 1 to 1000 characters are accepted.');
});

test('a purge shows what it deleted as a file', async () => {
  const { alice, mallory } = await newScene(bot);
  await mallory.send('Buy this');
  await alice.slash('purge', { count: 5 });

  const { message } = await alice.slash('case view', { number: 1 });

  expect(message.attachments.map(({ filename }) => filename)).toEqual(['case-1-messages.txt']);
  const url = message.attachments[0]?.url ?? '';
  await expect((await fetch(url)).text()).resolves.toMatch(/mallory \(\d+\), message \d+\nBuy this$/);
});
