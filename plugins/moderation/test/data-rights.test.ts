import { startTestBot, type TestBot, type TestMember } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

/** What a member gets to see of themselves. */
async function exportOf(member: TestMember): Promise<string> {
  await member.slash('privacy export');
  const url = member.directMessages.at(-1)?.attachments[0]?.url;
  const response = await fetch(url ?? '');
  return response.text();
}

async function erase(member: TestMember): Promise<string> {
  const question = await member.slash('privacy erase', { confirm: 'erase' });
  const done = await member.click(question, 'Erase my data');
  return done.text;
}

test('whoever was moderated sees why, and neither by whom nor what notes say', async () => {
  const { alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam in general' });
  await alice.slash('note', { user: mallory, text: 'Probably an alt' });

  const exported = await exportOf(mallory);

  expect(exported).toContain('Spam in general');
  expect(exported).toContain('"type":"note"');
  expect(exported).not.toContain('Probably an alt');
  expect(exported).toContain('What a note says stays between moderators');
  expect(exported).not.toContain(alice.id);
});

test('a moderator sees what they did, and not to whom', async () => {
  const { alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam in general' });

  const exported = await exportOf(alice);

  expect(exported).toContain('Spam in general');
  expect(exported).not.toContain(mallory.id);
});

test('a case stays when its target or its moderator has their data erased, and both are told why', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam in general' });

  expect(await erase(mallory)).toContain('A server needs its record of moderation');
  expect(await erase(alice)).toContain('A server needs its record of moderation');

  await expect(caseOf(guild, 1)).resolves.toMatchObject({
    targetId: mallory.id,
    moderatorId: alice.id,
    reason: 'Spam in general',
  });
});

test('a temporary ban ends as planned when the person has their data erased', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, reason: 'Spam', duration: '2d' });
  // They are not in the server any more; the bot is asked elsewhere.
  const elsewhere = await bot.guild();
  elsewhere.sandbox.addMember(mallory.id);
  const there = bot.sandbox.as(mallory.id, { channelId: elsewhere.channelId });
  const question = await (await there.slash('privacy erase', { confirm: 'erase' })).settled();
  if (!question.response) throw new Error('There was no question.');
  await (await there.click(question.response, 'Erase my data')).settled();
  expect(guild.sandbox.bans.has(mallory.id)).toBe(true);

  await bot.clock.advance('3d');

  expect(guild.sandbox.bans.has(mallory.id)).toBe(false);
});
