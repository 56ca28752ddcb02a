import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('keeps a note that the person is not told of', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  const reply = await alice.slash('note', { user: mallory, text: 'Asked nicely once already' });

  expect(reply.text).toBe(`Added a note about <@${mallory.id}> (case #1).`);
  expect(reply.isEphemeral).toBe(true);
  expect(mallory.directMessages).toEqual([]);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({
    type: 'note',
    state: 'done',
    reason: 'Asked nicely once already',
    dmState: null,
  });
});

test('keeps a note about somebody who is not in the server', async () => {
  const { guild, alice } = await newScene(bot);
  const stranger = guild.stranger('left-already');

  const reply = await alice.slash('note', { user: stranger, text: 'Left during the argument' });

  expect(reply.text).toBe(`Added a note about <@${stranger.id}> (case #1).`);
});

test('refuses a note about the moderator themselves', async () => {
  const { alice } = await newScene(bot);

  const reply = await alice.slash('note', { user: alice, text: 'I am great' });

  expect(reply.text).toBe('You cannot moderate yourself.');
});
