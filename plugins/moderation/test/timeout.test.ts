import { textOf, startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, newScene, takeFromBot } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

const TEN_MINUTES_MS = 600_000;

test('times a member out for the given time', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const before = Date.now();

  const reply = await alice.slash('timeout', { user: mallory, duration: '10m', reason: 'Shouting' });

  expect(reply.text).toBe(`Timed out <@${mallory.id}> for 10 minutes (case #1).`);
  expect(reply.isEphemeral).toBe(true);
  const until = guild.sandbox.member(mallory.id)?.timeoutUntil ?? 0;
  expect(until).toBeGreaterThanOrEqual(before + TEN_MINUTES_MS);
  expect(until).toBeLessThanOrEqual(Date.now() + TEN_MINUTES_MS);
  const { state, expiresAt } = await caseOf(guild, 1);
  expect([state, expiresAt?.getTime()]).toEqual(['done', until]);
});

test('tells the member how long, before it happens', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  await alice.slash('timeout', { user: mallory, duration: '1d12h', reason: 'Shouting' });

  expect(mallory.directMessages.map(textOf)).toEqual([
    `You were timed out in **${guild.sandbox.name}** for 1 day 12 hours.\nReason: Shouting`,
  ]);
});

test('names the moderator, the case and the reason in the audit log of Discord', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  await alice.slash('timeout', { user: mallory, duration: '10m', reason: 'Shouting' });

  expect(guild.sandbox.auditLog.at(-1)).toMatchObject({
    user_id: bot.sandbox.bot.id,
    target_id: mallory.id,
    reason: 'alice, case #1: Shouting',
  });
});

test.each(['soon', '0s', '29d', 'perm'])(
  'refuses the duration "%s" and changes nothing',
  async (duration) => {
    const { guild, alice, mallory } = await newScene(bot);

    const reply = await alice.slash('timeout', { user: mallory, duration });

    expect(reply.text).toBe(
      `\`duration\` does not take "${duration}". Give a number and a unit (s, m, h, d, w), such as \`10m\`, \`2h\` or \`1d12h\`, at most 28 days.`,
    );
    expect(guild.sandbox.member(mallory.id)?.timeoutUntil).toBeUndefined();
    await expect(caseOf(guild, 1)).rejects.toThrow('There is no case #1');
  },
);

test('refuses an administrator, whom Discord lets nobody time out', async () => {
  const { guild } = await newScene(bot);
  const administrator = guild.member({ permissions: ['Administrator'] });

  const reply = await guild.owner.slash('timeout', { user: administrator, duration: '10m' });

  expect(reply.text).toBe(
    `<@${administrator.id}> is an administrator, and Discord lets nobody time those out.`,
  );
});

test('refuses who ranks above the bot, and says what to do', async () => {
  const { guild } = await newScene(bot);
  const high = guild.member({ above: 'bot' });

  const reply = await guild.owner.slash('timeout', { user: high, duration: '10m' });

  expect(reply.text).toBe(
    `<@${high.id}> holds a role as high as mine or higher. Move my role above it in the server settings and try again.`,
  );
});

test('refuses when the bot lacks the permission, before anything happens', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  takeFromBot(guild, 'ModerateMembers');

  const reply = await alice.slash('timeout', { user: mallory, duration: '10m' });

  expect(reply.text).toBe(
    'I need the permission **Time out members** in this server for that. Nothing was done.',
  );
  expect(mallory.directMessages).toEqual([]);
  await expect(caseOf(guild, 1)).rejects.toThrow('There is no case #1');
});

test('refuses who is not in the server', async () => {
  const { guild, alice } = await newScene(bot);
  const stranger = guild.stranger('stranger');

  const reply = await alice.slash('timeout', { user: stranger, duration: '10m' });

  expect(reply.text).toBe(`<@${stranger.id}> is not a member of this server.`);
});

test('ends a timeout early', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('timeout', { user: mallory, duration: '10m' });

  const reply = await alice.slash('untimeout', { user: mallory, reason: 'Apologised' });

  expect(reply.text).toBe(`Removed the timeout of <@${mallory.id}> (case #2).`);
  expect(guild.sandbox.member(mallory.id)?.timeoutUntil).toBeUndefined();
  expect(mallory.directMessages.map(textOf).at(-1)).toBe(
    `Your timeout in **${guild.sandbox.name}** was removed.\nReason: Apologised`,
  );
});

test('refuses to end a timeout that there is not', async () => {
  const { alice, mallory } = await newScene(bot);

  const reply = await alice.slash('untimeout', { user: mallory });

  expect(reply.text).toBe(`<@${mallory.id}> is not timed out.`);
});
