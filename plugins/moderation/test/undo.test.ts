import { startTestBot, type TestBot } from '@twi/testing';
import { AuditLogRepository } from '@twi/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('undoing a ban lifts it, and the new case names the old one', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, reason: 'Spam' });

  const sentence = await bot.undo({ guild, action: 'moderation.ban', by: guild.owner });

  expect(sentence).toBe(`Unbanned <@${mallory.id}> (case #2).`);
  expect(guild.sandbox.bans.size).toBe(0);
  await expect(caseOf(guild, 2)).resolves.toMatchObject({
    type: 'unban',
    moderatorId: guild.owner.id,
    reason: 'Undo of case #1',
    follows: 1,
  });
});

test('redoing a ban bans again until the end that it had, and it can be undone again', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, reason: 'Spam', duration: '2d' });
  const by = { guild, action: 'moderation.ban', by: alice };
  await bot.undo(by);

  const sentence = await bot.redo(by);

  expect(sentence).toMatch(/^Banned <@\d+> for (2 days|1 day 23 hours) \(case #3\)\.$/);
  const [first, third] = [await caseOf(guild, 1), await caseOf(guild, 3)];
  expect(third).toMatchObject({ reason: 'Spam', follows: 1 });
  expect(Math.abs(Number(third.expiresAt) - Number(first.expiresAt))).toBeLessThan(2_000);
  await expect(bot.undo(by)).resolves.toBe(`Unbanned <@${mallory.id}> (case #4).`);
});

test('a ban that somebody lifted is not undone: the answer names them', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory });
  await guild.owner.slash('unban', { user: mallory });

  await expect(bot.undo({ guild, action: 'moderation.ban', by: alice })).rejects.toThrow(
    `The ban of <@${mallory.id}> was already lifted by <@${guild.owner.id}> (case #2).`,
  );
});

test('a ban that was lifted in Discord itself is not undone', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory });
  await alice.actor.moderation.unban(mallory.id);

  await expect(bot.undo({ guild, action: 'moderation.ban', by: guild.owner })).rejects.toThrow(
    `The ban of <@${mallory.id}> was already lifted by <@${alice.id}>`,
  );
});

test('an earlier ban is not undone while a later one is in force', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, duration: '1h' });
  await guild.owner.slash('ban', { user: mallory });

  await expect(bot.undo({ guild, action: 'moderation.ban', by: alice })).rejects.toThrow(
    `<@${guild.owner.id}> put a later ban on <@${mallory.id}> (case #2)`,
  );
  expect(guild.sandbox.bans.size).toBe(1);
});

test('a ban is not repeated over one that is in force', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory });

  await expect(bot.redo({ guild, action: 'moderation.ban', by: alice })).rejects.toThrow(
    `<@${mallory.id}> is banned already by <@${alice.id}> (case #1).`,
  );
});

test('undoing an unban puts the ban back', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory, reason: 'Spam' });
  await alice.slash('unban', { user: mallory });

  await expect(bot.undo({ guild, action: 'moderation.unban', by: alice })).resolves.toBe(
    `Banned <@${mallory.id}> (case #3).`,
  );

  expect(guild.sandbox.bans.has(mallory.id)).toBe(true);
  await expect(caseOf(guild, 3)).resolves.toMatchObject({ reason: 'Spam', follows: 2 });
});

test('undoing and redoing a timeout ends and renews it', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('timeout', { user: mallory, duration: '1h' });
  const of = { guild, action: 'moderation.timeout', by: alice };

  await expect(bot.undo(of)).resolves.toContain('Removed the timeout');
  expect(guild.sandbox.member(mallory.id)?.timeoutUntil).toBeUndefined();
  await expect(bot.redo(of)).resolves.toContain('Timed out');
  expect(guild.sandbox.member(mallory.id)?.timeoutUntil).toBeGreaterThan(Date.now());
});

test('whoever undoes must outrank the person as for any action', async () => {
  const { guild, alice } = await newScene(bot);
  const bob = guild.member({ username: 'bob', permissions: ['ModerateMembers'], above: alice });
  await guild.owner.slash('timeout', { user: bob, duration: '1h' });

  await expect(bot.undo({ guild, action: 'moderation.timeout', by: alice })).rejects.toThrow(
    'holds a role as high as yours or higher',
  );
});

test('undoing a warning deletes its case, redoing restores it', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  const of = { guild, action: 'moderation.warn', by: alice };

  await expect(bot.undo(of)).resolves.toBe('Deleted case #1.');
  await expect(caseOf(guild, 1)).rejects.toThrow('There is no case #1');
  await expect(bot.undo(of)).rejects.toThrow('Case #1 is deleted already.');
  await expect(bot.redo(of)).resolves.toBe('Restored case #1.');
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ reason: 'Spam' });
});

test('a kick leaves nothing to undo with, and says what helps instead', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('kick', { user: mallory });

  const logs = new AuditLogRepository(bot.database.handle.db);
  const { rows } = await logs.list(guild.id, { limit: 10 });
  expect(rows).toMatchObject([{ action: 'moderation.kick', reversal: null }]);
  expect((await alice.slash('undo', { entry: rows[0]?.id ?? '' })).text).toBe(
    'A kick cannot be taken back: whoever was kicked can come back with an invite.',
  );
});
