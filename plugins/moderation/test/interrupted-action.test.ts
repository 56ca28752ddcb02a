import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Case, CaseRepository, type NewCase } from '../src/database/case-repository.ts';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, newScene, type Scene, takeFromBot } from './scene.ts';

const BAN = '/guilds/{guild_id}/bans/{user_id}';
/** discord.js asks four times in all. */
const EVERY_TRY = 4;
const SOON = { timeout: 15_000, interval: 100 };

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

/** What a process leaves behind that dies between its case and the end of the action. */
async function leavePending({ guild, alice, mallory }: Scene, values: Partial<NewCase>): Promise<Case> {
  const { handle } = bot.database;
  for (const { id } of [alice, mallory]) await handle.ensureUser(id);
  return new CaseRepository(handle.forPlugin('moderation')).open({
    guildId: guild.id,
    targetId: mallory.id,
    moderatorId: alice.id,
    type: 'ban',
    state: 'pending',
    ...values,
  });
}

function settle(guild: TestGuild, number: number): Promise<void> {
  return container.moderation.settleCase({ guildId: guild.id, number });
}

test('says that Discord refused, and does not claim that it happened', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  takeFromBot(guild, 'BanMembers', true);

  const reply = await alice.slash('ban', { user: mallory, reason: 'Spam' });

  expect(reply.text).toBe(
    `Could not ban <@${mallory.id}>: Discord says that I lack the permission, or that my role is too low. ` +
      'Case #1 records the attempt as failed. They had already been told by message.',
  );
  expect(reply.isEphemeral).toBe(true);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'failed', dmState: 'sent' });
});

test('leaves no gap in the numbers when Discord refuses', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  bot.sandbox.faults.failNext({ method: 'PUT', template: BAN, status: 403 });

  await alice.slash('ban', { user: mallory });
  const reply = await alice.slash('ban', { user: mallory });

  expect(reply.text).toContain('(case #2)');
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'failed' });
});

test('leaves the case open when Discord gives no answer, and settles it later', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  bot.sandbox.faults.failNext({ method: 'PUT', template: BAN, status: 500, times: EVERY_TRY });

  const reply = await alice.slash('ban', { user: mallory });

  expect(reply.text).toBe(
    `Discord did not answer when I asked it to ban <@${mallory.id}>. I will find out what became of it within minutes; see case #1.`,
  );
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'pending' });

  await settle(guild, 1);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({
    state: 'failed',
    failure: 'the bot was interrupted, and nothing shows that it took place.',
  });
});

test('completes an interrupted ban that took place, its end included', async () => {
  const scene = await newScene(bot);
  const { guild, alice, mallory } = scene;
  const expiresAt = new Date(Date.now() + 3_600_000);
  await leavePending(scene, { expiresAt });
  await alice.actor.moderation.ban(mallory.id);

  await settle(guild, 1);

  await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'done', failure: null });
  const expiries = await bot.database.handle
    .forPlugin('moderation')
    .selectFrom('moderation.pending_expiries')
    .selectAll()
    .where('guildId', '=', guild.id)
    .execute();
  expect(expiries).toMatchObject([{ userId: mallory.id, caseNumber: 1, dueAt: expiresAt }]);
});

test.each(['kick', 'timeout', 'untimeout', 'unban'] as const)(
  'completes an interrupted %s that took place',
  async (type) => {
    const scene = await newScene(bot);
    const { guild, alice, mallory } = scene;
    await leavePending(scene, { type });
    if (type === 'kick') guild.sandbox.removeMember(mallory.id);
    if (type === 'timeout') await alice.actor.moderation.timeout(mallory.id, 60_000);

    await settle(guild, 1);

    await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'done' });
  },
);

test.each(['kick', 'timeout', 'untimeout', 'unban'] as const)(
  'fails an interrupted %s that did not take place',
  async (type) => {
    const scene = await newScene(bot);
    const { guild, alice, mallory } = scene;
    await leavePending(scene, { type });
    if (type === 'untimeout') await alice.actor.moderation.timeout(mallory.id, 60_000);
    if (type === 'unban') await alice.actor.moderation.ban(mallory.id);

    await settle(guild, 1);

    await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'failed' });
  },
);

test.each([
  ['that took place, after the person was told', 3_600_000 + 5_000, 'done'],
  ['over a shorter one', 60_000, 'failed'],
  ['over a longer one', 86_400_000, 'failed'],
] as const)('concludes an interrupted timeout %s', async (_what, durationMs, state) => {
  const scene = await newScene(bot);
  const { guild, alice, mallory } = scene;
  await leavePending(scene, { type: 'timeout', expiresAt: new Date(Date.now() + 3_600_000) });
  await alice.actor.moderation.timeout(mallory.id, durationMs);

  await settle(guild, 1);

  await expect(caseOf(guild, 1)).resolves.toMatchObject({ state });
});

/** Discord bans, and then does not answer any more. */
async function cutOff({ alice, mallory }: Scene): Promise<void> {
  bot.sandbox.faults.failNext({ method: 'DELETE', template: BAN, status: 500, times: EVERY_TRY });
  await alice.slash('softban', { user: mallory, reason: 'Spam' });
}

describe('a softban that was cut off between its ban and the lift', () => {
  test('is brought to its end', async () => {
    const scene = await newScene(bot);
    const { guild, mallory } = scene;
    await cutOff(scene);
    expect(guild.sandbox.bans.has(mallory.id)).toBe(true);

    await settle(guild, 1);

    expect(guild.sandbox.bans.has(mallory.id)).toBe(false);
    await expect(caseOf(guild, 1)).resolves.toMatchObject({ type: 'softban', state: 'done', failure: null });
  });

  test('lifts no ban that the bot was asked for since', async () => {
    const scene = await newScene(bot);
    const { guild, alice, mallory } = scene;
    await cutOff(scene);
    await alice.slash('ban', { user: mallory });

    await settle(guild, 1);

    expect(guild.sandbox.bans.has(mallory.id)).toBe(true);
    await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'failed' });
  });

  test('lifts no ban of anybody else', async () => {
    const scene = await newScene(bot);
    const { guild, alice, mallory } = scene;
    await leavePending(scene, { type: 'softban' });
    await alice.actor.moderation.ban(mallory.id, 'Raid, see case #1');

    await settle(guild, 1);

    expect(guild.sandbox.bans.has(mallory.id)).toBe(true);
    await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'failed' });
  });
});

test('takes no later ban for the one that was interrupted, and leaves its end alone', async () => {
  const scene = await newScene(bot);
  const { guild, alice, mallory } = scene;
  await leavePending(scene, {});
  await alice.slash('ban', { user: mallory, duration: '5h' });

  await settle(guild, 1);

  await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'failed' });
  const expiries = await bot.database.handle
    .forPlugin('moderation')
    .selectFrom('moderation.pending_expiries')
    .select('caseNumber')
    .where('guildId', '=', guild.id)
    .execute();
  expect(expiries).toEqual([{ caseNumber: 2 }]);
});

test('fails an interrupted action of a server that the bot has left', async () => {
  const scene = await newScene(bot);
  await leavePending(scene, {});
  scene.guild.sandbox.removeBot();
  await vi.waitFor(() => expect(bot.host.client.guilds.cache.has(scene.guild.id)).toBe(false));

  await settle(scene.guild, 1);

  await expect(caseOf(scene.guild, 1)).resolves.toMatchObject({ state: 'failed' });
});

test('leaves a case alone that is settled', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory });
  await alice.actor.moderation.unban(mallory.id);

  await settle(guild, 1);

  await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'done' });
});

test('finds what was interrupted a while ago by itself', { timeout: 30_000 }, async () => {
  const scene = await newScene(bot);
  const old = await leavePending(scene, {});
  await bot.database.handle
    .forPlugin('moderation')
    .updateTable('moderation.cases')
    .set({ createdAt: new Date(Date.now() - 600_000) })
    .where('guildId', '=', old.guildId)
    .execute();

  await container.moderation.resumeUnfinished();

  await vi.waitFor(() => expect(caseOf(scene.guild, 1)).resolves.toMatchObject({ state: 'failed' }), SOON);
});
