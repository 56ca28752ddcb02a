import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { AuditLogEvent } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Case } from '../src/database/case-repository.ts';
import { moderationPlugin } from '../src/index.ts';
import { awaitEmbeds, configure, SOON, staffChannel } from './logs-scene.ts';
import { caseOf, newScene, takeFromBot } from './scene.ts';

const PATIENCE_MS = 30_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

/** All cases of a guild, oldest first. */
async function casesOf(guild: TestGuild): Promise<Case[]> {
  const { rows } = await container.moderation.cases.list({ guildId: guild.id });
  return rows.toReversed();
}

async function awaitCases(guild: TestGuild, count: number): Promise<Case[]> {
  await vi.waitFor(async () => expect(await casesOf(guild)).toHaveLength(count), SOON);
  return casesOf(guild);
}

function pendingExpiries(guild: TestGuild): Promise<unknown[]> {
  return bot.database.handle
    .forPlugin('moderation')
    .selectFrom('moderation.pending_expiries')
    .selectAll()
    .where('guildId', '=', guild.id)
    .execute();
}

test('makes cases of what a moderator does by hand', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const { moderation } = alice.actor;

  await moderation.timeout(mallory.id, 600_000, 'Shouting');
  await moderation.timeout(mallory.id, null);
  await moderation.kick(mallory.id, 'Spam');
  await moderation.ban(mallory.id, 'More spam');
  await moderation.unban(mallory.id);

  const cases = await awaitCases(guild, 5);
  expect(cases).toMatchObject([
    { type: 'timeout', reason: 'Shouting' },
    { type: 'untimeout', reason: null, expiresAt: null },
    { type: 'kick', reason: 'Spam' },
    { type: 'ban', reason: 'More spam' },
    { type: 'unban', reason: null },
  ]);
  for (const found of cases)
    expect(found).toMatchObject({ state: 'done', targetId: mallory.id, moderatorId: alice.id });
  expect(cases[0]?.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 590_000);
});

test('makes one case of what the bot itself does', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  await alice.slash('ban', { user: mallory, reason: 'Spam' });
  await alice.actor.moderation.unban(mallory.id);

  expect(await awaitCases(guild, 2)).toMatchObject([
    { type: 'ban', moderatorId: alice.id },
    { type: 'unban', moderatorId: alice.id },
  ]);
});

test('names another bot that acts as the moderator', async () => {
  const { guild, mallory } = await newScene(bot);
  const other = bot.sandbox.createUser({ username: 'other-bot', bot: true });
  const role = guild.sandbox.addRole({ name: 'Bots', permissions: ['BanMembers'], position: 1_000 });
  guild.sandbox.addMember(other.id, { roleIds: [role.id] });

  await bot.sandbox.as(other.id, { channelId: guild.channelId }).moderation.ban(mallory.id, 'Raid');

  expect(await awaitCases(guild, 1)).toMatchObject([{ type: 'ban', moderatorId: other.id, reason: 'Raid' }]);
});

test('leaves other entries of the audit log alone', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const role = guild.sandbox.addRole({ name: 'Nice', position: 1 });
  await guild.owner.actor.moderation.addRole(mallory.id, role.id);
  await alice.actor.moderation.kick(mallory.id);

  expect(await awaitCases(guild, 1)).toMatchObject([{ type: 'kick' }]);
});

test('makes one case of an entry that comes twice', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  bot.fault.duplicateNext('GUILD_AUDIT_LOG_ENTRY_CREATE');

  await alice.actor.moderation.ban(mallory.id);
  await alice.actor.moderation.unban(mallory.id);

  expect(await awaitCases(guild, 2)).toMatchObject([{ type: 'ban' }, { type: 'unban' }]);
});

test('a ban by hand is for good: it takes the place of a temporary one', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  await alice.actor.moderation.unban(mallory.id);
  await alice.actor.moderation.ban(mallory.id, 'For good');

  await awaitCases(guild, 3);
  expect(await pendingExpiries(guild)).toEqual([]);
});

test('an unban by hand cancels the end of a temporary ban', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  expect(await pendingExpiries(guild)).toHaveLength(1);

  await alice.actor.moderation.unban(mallory.id);

  await awaitCases(guild, 2);
  expect(await pendingExpiries(guild)).toEqual([]);
});

test(
  'an unban that is read late does not end a ban that came after it',
  { timeout: PATIENCE_MS },
  async () => {
    const { guild, alice, mallory } = await newScene(bot);
    await alice.actor.moderation.ban(mallory.id);
    await awaitCases(guild, 1);
    bot.fault.delayNext('GUILD_AUDIT_LOG_ENTRY_CREATE', 1_000);

    await alice.actor.moderation.unban(mallory.id);
    await alice.slash('ban', { user: mallory, duration: '1h' });

    expect(await awaitCases(guild, 3)).toMatchObject([
      { type: 'ban' },
      { type: 'ban', expiresAt: expect.any(Date) },
      { type: 'unban' },
    ]);
    expect(await pendingExpiries(guild)).toMatchObject([{ caseNumber: 2 }]);
  },
);

test('catches up on what was done while the bot was away, once', { timeout: PATIENCE_MS }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.actor.moderation.timeout(mallory.id, 60_000);
  await awaitCases(guild, 1);

  await bot.stop();
  await alice.actor.moderation.ban(mallory.id, 'While nobody looked');
  const entry = guild.sandbox.auditLog.findLast(
    ({ action_type: type }) => type === AuditLogEvent.MemberBanAdd,
  );
  await bot.restart();

  const [, ban] = await awaitCases(guild, 2);
  expect(ban).toMatchObject({ type: 'ban', reason: 'While nobody looked', auditEntryId: entry?.id });
  await bot.restart();
  expect(await casesOf(guild)).toHaveLength(2);
});

test('misses nothing when its session is lost', { timeout: PATIENCE_MS }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.actor.moderation.timeout(mallory.id, 60_000);
  await awaitCases(guild, 1);

  bot.fault.invalidateSession(false);
  await alice.actor.moderation.ban(mallory.id, 'In between');

  await vi.waitFor(() => expect(caseOf(guild, 2)).resolves.toMatchObject({ reason: 'In between' }), {
    timeout: 20_000,
    interval: 100,
  });
});

test('catches up on a long absence page by page', { timeout: PATIENCE_MS }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.actor.moderation.timeout(mallory.id, 60_000);
  await awaitCases(guild, 1);

  await bot.stop();
  for (let round = 0; round < 65; round += 1) {
    await alice.actor.moderation.timeout(mallory.id, 60_000 + round);
    await alice.actor.moderation.timeout(mallory.id, null);
  }
  await bot.restart();

  await vi.waitFor(() => expect(caseOf(guild, 131)).resolves.toMatchObject({ type: 'untimeout' }), SOON);
  await expect(caseOf(guild, 132)).rejects.toThrow('no case');
});

test('takes no case from before the plugin was switched on', { timeout: PATIENCE_MS }, async () => {
  const guild = await bot.guild();
  const mallory = guild.member({ username: 'mallory' });
  await guild.owner.actor.moderation.ban(mallory.id, 'Long ago');
  await bot.host.enablement.enable(guild.id, ['moderation'], guild.owner.id);

  await bot.restart();
  await guild.owner.actor.moderation.unban(mallory.id);

  expect(await awaitCases(guild, 1)).toMatchObject([{ type: 'unban' }]);
});

test('starts where it may not read the audit log', { timeout: PATIENCE_MS }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  takeFromBot(guild, 'ViewAuditLog');
  await alice.actor.moderation.ban(mallory.id);

  await bot.restart();

  expect(await casesOf(guild)).toEqual([]);
});

test('posts the case in the log of moderation', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'mod-log');
  await configure(bot, guild, { logModeration: log });

  await alice.actor.moderation.kick(mallory.id, 'Spam');

  expect(await awaitEmbeds(bot, log, 1)).toMatchObject([{ title: 'Case #1: Kick', description: 'Spam' }]);
});
