import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ESCALATION_STEP, parseEscalationStep } from '../src/escalation/escalation-step.ts';
import { moderationPlugin } from '../src/index.ts';
import { configure } from './logs-scene.ts';
import { caseOf, giveToBot, newScene, takeFromBot } from './scene.ts';
import { WarnPointsRepository } from '../src/database/warn-points-repository.ts';

const SOON = { timeout: 15_000, interval: 100 };

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test.each([
  ['timeout 1h', { type: 'timeout', durationMs: 3_600_000 }],
  ['kick', { type: 'kick' }],
  ['ban', { type: 'ban' }],
  ['Ban 7d', { type: 'ban', durationMs: 604_800_000 }],
  ['ban perm', { type: 'ban' }],
])('reads the step "%s"', (text, step) => {
  expect(parseEscalationStep(text)).toEqual(step);
});

test.each(['timeout', 'timeout 29d', 'kick 1h', 'ban soon', 'ban 6y', 'mute 1h', ''])(
  'refuses the step "%s"',
  (text) => {
    expect(ESCALATION_STEP.safeParse(text).success).toBe(false);
  },
);

test('does what the server has set when the points reach a step, and the case says why', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await configure(bot, guild, { escalation: { 2: 'timeout 1h', 3: 'ban 7d' } });

  const first = await alice.slash('warn', { user: mallory, reason: 'Spam' });
  const second = await alice.slash('warn', { user: mallory, reason: 'Spam' });
  const third = await alice.slash('warn', { user: mallory, reason: 'Spam' });

  expect(first.text).toBe(`Warned <@${mallory.id}> (case #1). They have 1 point now.`);
  expect(second.text).toContain(
    'They have 2 points now. Timeout by the escalation of this server (case #3).',
  );
  expect(third.text).toContain('Ban by the escalation of this server (case #5).');
  await expect(caseOf(guild, 3)).resolves.toMatchObject({
    type: 'timeout',
    state: 'done',
    moderatorId: bot.sandbox.bot.id,
    reason: 'Reached 2 points with the warning of case #2',
  });
  expect(guild.sandbox.bans.has(mallory.id)).toBe(true);
});

test('a warning that passes several steps leads to the highest', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await configure(bot, guild, {
    escalation: { 1: 'timeout 1h', 5: 'kick' },
    warnPointsByReason: { threats: 5 },
  });

  await alice.slash('warn', { user: mallory, reason: 'Threats by mail' });

  await expect(caseOf(guild, 2)).resolves.toMatchObject({ type: 'kick' });
  await expect(caseOf(guild, 3)).rejects.toThrow('There is no case #3');
});

test('points that have expired, and those of deleted warnings, do not count', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await configure(bot, guild, { escalation: { 2: 'kick' } });
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('case delete', { number: 1 });
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await bot.database.handle
    .forPlugin('moderation')
    .updateTable('moderation.warn_points')
    .set({ expiresAt: new Date(Date.now() - 1_000) })
    .where('guildId', '=', guild.id)
    .execute();

  const reply = await alice.slash('warn', { user: mallory, reason: 'Spam' });

  expect(reply.text).toContain('They have 1 point now.');
  expect(guild.sandbox.member(mallory.id)).toBeDefined();
});

test('the history shows the points', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await configure(bot, guild, { escalation: { 9: 'ban' }, warnPoints: 2 });
  await alice.slash('warn', { user: mallory, reason: 'Spam' });

  const reply = await alice.slash('history', { user: mallory });

  expect(reply.text).toContain('1 warning. 2 points of warnings.');
});

test('nothing happens by itself to members with an immune role', async () => {
  const { guild, alice } = await newScene(bot);
  const role = guild.sandbox.addRole({ name: 'patrons' });
  const patron = guild.member({ username: 'patron', roleIds: [role.id] });
  await configure(bot, guild, { escalation: { 1: 'ban' }, escalationImmuneRoles: [role.id] });

  await alice.slash('warn', { user: patron, reason: 'Spam' });

  expect(guild.sandbox.bans.size).toBe(0);
});

test('says why the step could not be taken', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await configure(bot, guild, { escalation: { 1: 'ban' } });
  takeFromBot(guild, 'BanMembers');

  const reply = await alice.slash('warn', { user: mallory, reason: 'Spam' });

  expect(reply.text).toContain(
    'The escalation of this server failed: I need the permission **Ban Members** in this server for that.',
  );
});

test.each(['before the step', 'after the step'])(
  'a step is taken once when the bot is stopped %s',
  async (moment) => {
    const { guild, alice, mallory } = await newScene(bot);
    await configure(bot, guild, { escalation: { 2: 'kick' } });
    const db = bot.database.handle.forPlugin('moderation');
    await alice.slash('warn', { user: mallory, reason: 'Spam' });
    if (moment === 'before the step') takeFromBot(guild, 'KickMembers');
    await alice.slash('warn', { user: mallory, reason: 'Spam' });
    if (moment === 'before the step') giveToBot(guild, 'KickMembers');
    // What a process leaves behind that dies before it has written down that it is done.
    await db
      .updateTable('moderation.warn_points')
      .set({ followedAt: null })
      .where((eb) => eb.and({ guildId: guild.id, caseNumber: 2 }))
      .execute();
    await db
      .updateTable('moderation.cases')
      .set({ createdAt: new Date(Date.now() - 300_000) })
      .where((eb) => eb.and({ guildId: guild.id, number: 2 }))
      .execute();

    await bot.jobs.run('moderation/resume-unfinished');
    await vi.waitFor(async () => {
      await expect(caseOf(guild, 3)).resolves.toMatchObject({ type: 'kick', state: 'done', causedBy: 2 });
    }, SOON);
    await vi.waitFor(async () => {
      const unfollowed = await new WarnPointsRepository(db).findUnfollowed({ guildId: guild.id, number: 2 });
      expect(unfollowed).toBeUndefined();
    }, SOON);
    await expect(caseOf(guild, 4)).rejects.toThrow('There is no case #4');
  },
);

test('warnings at once pass each step once', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await configure(bot, guild, { escalation: { 2: 'timeout 1h' } });

  await Promise.all([1, 2, 3].map(() => alice.slash('warn', { user: mallory, reason: 'Spam' })));

  const types = await Promise.all([1, 2, 3, 4].map(async (number) => (await caseOf(guild, number)).type));
  expect(types.toSorted()).toEqual(['timeout', 'warn', 'warn', 'warn']);
  await expect(caseOf(guild, 5)).rejects.toThrow('There is no case #5');
});
