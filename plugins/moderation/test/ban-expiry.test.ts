import { setTimeout as sleep } from 'node:timers/promises';
import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ExpiryRepository, type PendingExpiry } from '../src/database/expiry-repository.ts';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, giveToBot, newScene, takeFromBot } from './scene.ts';

/** A due job is taken within about two seconds. */
const SOON = { timeout: 15_000, interval: 100 };
const PATIENCE_MS = 30_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

async function pendingExpiries(guild: TestGuild): Promise<PendingExpiry[]> {
  const expiries = new ExpiryRepository(bot.database.handle.forPlugin('moderation'));
  const all = await expiries.listDue(new Date('2100-01-01T00:00:00Z'), 1_000);
  return all.filter(({ guildId }) => guildId === guild.id);
}

/** Lets the end of a ban come now, as if the time had passed. */
async function letExpire(guild: TestGuild): Promise<void> {
  await bot.database.handle
    .forPlugin('moderation')
    .updateTable('moderation.pending_expiries')
    .set({ dueAt: new Date(Date.now() - 120_000) })
    .where('guildId', '=', guild.id)
    .execute();
}

function lift(guild: TestGuild, userId: string, caseNumber: number): Promise<void> {
  return container.moderation.liftBan({ guildId: guild.id, userId, caseNumber });
}

test(
  'lifts a ban when its time is over, and records it as a case of the bot',
  { timeout: PATIENCE_MS },
  async () => {
    const { guild, alice, mallory } = await newScene(bot);
    await alice.slash('ban', { user: mallory, duration: '2s' });
    expect(guild.sandbox.bans.has(mallory.id)).toBe(true);

    await vi.waitFor(() => expect(guild.sandbox.bans.size).toBe(0), SOON);

    await vi.waitFor(() => expect(caseOf(guild, 2)).resolves.toBeDefined(), SOON);
    await expect(caseOf(guild, 2)).resolves.toMatchObject({
      type: 'unban',
      state: 'done',
      targetId: mallory.id,
      moderatorId: bot.sandbox.bot.id,
      reason: 'The ban of case #1 has run out.',
    });
    expect(await pendingExpiries(guild)).toEqual([]);
  },
);

test('lifts a ban that ran out while the bot was away', { timeout: PATIENCE_MS }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '2s' });

  await bot.stop();
  await sleep(2_500);
  expect(guild.sandbox.bans.size).toBe(1);
  await bot.restart();

  await vi.waitFor(() => expect(guild.sandbox.bans.size).toBe(0), SOON);
});

test('lifts a ban once, however many jobs there are', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  await letExpire(guild);

  await Promise.all([lift(guild, mallory.id, 1), lift(guild, mallory.id, 1), lift(guild, mallory.id, 1)]);

  await expect(caseOf(guild, 2)).resolves.toMatchObject({ type: 'unban' });
  await expect(caseOf(guild, 3)).rejects.toThrow('There is no case #3');
});

test('does not lift a ban before its time', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });

  await lift(guild, mallory.id, 1);

  expect(guild.sandbox.bans.size).toBe(1);
});

test('a later ban for good outlives the end of an earlier one', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  await alice.slash('ban', { user: mallory, reason: 'Threats by mail' });

  expect(await pendingExpiries(guild)).toEqual([]);
  await lift(guild, mallory.id, 1);

  expect(guild.sandbox.bans.size).toBe(1);
});

test('a ban for good that comes just as the earlier one runs out is not lifted', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  await letExpire(guild);
  bot.sandbox.faults.latency(50);

  await Promise.all([
    alice.slash('ban', { user: mallory }),
    ...Array.from({ length: 5 }, async (_, index) => {
      await sleep(index * 40);
      await lift(guild, mallory.id, 1);
    }),
  ]).finally(() => bot.sandbox.faults.latency(0));

  expect(guild.sandbox.bans.size).toBe(1);
  expect(await pendingExpiries(guild)).toEqual([]);
});

test('a later ban with another end replaces the earlier end', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  await alice.slash('ban', { user: mallory, duration: '3d' });

  const { expiresAt } = await caseOf(guild, 2);
  expect(await pendingExpiries(guild)).toMatchObject([{ caseNumber: 2, dueAt: expiresAt }]);

  await letExpire(guild);
  await lift(guild, mallory.id, 1);
  expect(guild.sandbox.bans.size).toBe(1);
  await lift(guild, mallory.id, 2);
  expect(guild.sandbox.bans.size).toBe(0);
});

test('a ban that fails leaves the end of the earlier one alone', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  bot.sandbox.faults.failNext({ method: 'PUT', template: '/guilds/{guild_id}/bans/{user_id}', status: 403 });

  await alice.slash('ban', { user: mallory });

  expect(await pendingExpiries(guild)).toMatchObject([{ caseNumber: 1 }]);
});

test('an unban cancels the end of the ban', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  await alice.slash('unban', { user: mallory });
  await alice.actor.moderation.ban(mallory.id, 'by hand');

  expect(await pendingExpiries(guild)).toEqual([]);
  await lift(guild, mallory.id, 1);

  expect(guild.sandbox.bans.size).toBe(1);
});

test('a ban that somebody lifted by hand is done, with their case alone', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  await alice.actor.moderation.unban(mallory.id);
  await letExpire(guild);

  await lift(guild, mallory.id, 1);

  expect(await pendingExpiries(guild)).toEqual([]);
  await vi.waitFor(() => expect(caseOf(guild, 2)).resolves.toMatchObject({ moderatorId: alice.id }), SOON);
  await expect(caseOf(guild, 3)).rejects.toThrow('There is no case #3');
});

test('a refusal is recorded once and tried again hours later', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  takeFromBot(guild, 'BanMembers');
  await letExpire(guild);

  await lift(guild, mallory.id, 1);
  await lift(guild, mallory.id, 1);

  expect(guild.sandbox.bans.size).toBe(1);
  const [pending] = await pendingExpiries(guild);
  expect(pending?.attempts).toBe(1);
  expect(pending?.dueAt.getTime()).toBeGreaterThan(Date.now() + 3_600_000);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({
    state: 'done',
    liftFailure: 'Discord says that I lack the permission, or that my role is too low.',
  });
  const reports = bot.logs.filter((line) => line.includes(guild.id) && line.includes('cannot be lifted'));
  expect(reports).toHaveLength(1);
});

test('lifts the ban once the permission is back, and forgets the refusal', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  takeFromBot(guild, 'BanMembers');
  await letExpire(guild);
  await lift(guild, mallory.id, 1);

  giveToBot(guild, 'BanMembers');
  await letExpire(guild);
  await lift(guild, mallory.id, 1);

  expect(guild.sandbox.bans.size).toBe(0);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ liftFailure: null });
});

test('finds overdue bans whose job is gone', { timeout: PATIENCE_MS }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  await letExpire(guild);

  await container.moderation.resumeUnfinished();

  await vi.waitFor(() => expect(guild.sandbox.bans.size).toBe(0), SOON);
});

test(
  'a ban that runs out where the plugin is off waits until it is on again',
  { timeout: PATIENCE_MS },
  async () => {
    const { guild, alice, mallory } = await newScene(bot);
    await alice.slash('ban', { user: mallory, duration: '1s' });
    await bot.host.enablement.disable(guild.id, ['moderation'], guild.owner.id);
    await sleep(4_000);
    expect(guild.sandbox.bans.size).toBe(1);

    await bot.host.enablement.enable(guild.id, ['moderation'], guild.owner.id);
    await letExpire(guild);
    await container.moderation.resumeUnfinished();

    await vi.waitFor(() => expect(guild.sandbox.bans.size).toBe(0), SOON);
  },
);

test('gives up after a month of refusals, and the case still says why', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  takeFromBot(guild, 'BanMembers');
  await letExpire(guild);
  await lift(guild, mallory.id, 1);
  await bot.database.handle
    .forPlugin('moderation')
    .updateTable('moderation.pending_expiries')
    .set({ attempts: 119 })
    .where('guildId', '=', guild.id)
    .execute();
  await letExpire(guild);

  await lift(guild, mallory.id, 1);

  expect(await pendingExpiries(guild)).toEqual([]);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ liftFailure: expect.any(String) });
});
