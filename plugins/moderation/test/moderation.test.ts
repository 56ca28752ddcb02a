import { container } from '@sapphire/pieces';
import { AuditLogRepository } from '@twi/database';
import { startTestBot, type TestBot } from '@twi/testing';
import type { Guild, GuildMember, User } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, newScene, type Scene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

/** What code that is no command hands to the service. */
async function cached({ guild, alice, mallory }: Scene): Promise<{
  readonly guild: Guild;
  readonly moderator: GuildMember;
  readonly target: User;
}> {
  const found = await bot.host.client.guilds.fetch(guild.id);
  return {
    guild: found,
    moderator: await found.members.fetch(alice.id),
    target: await bot.host.client.users.fetch(mallory.id),
  };
}

test('acts by a rule in the name of the bot', async () => {
  const scene = await newScene(bot);
  const { guild, target } = await cached(scene);

  const timedOut = await container.moderation.actions.timeout({
    guild,
    target,
    moderator: await guild.members.fetchMe(),
    durationMs: 60_000,
    reason: 'Ten mentions in one message',
  });

  expect(timedOut).toMatchObject({ number: 1, state: 'done', moderatorId: bot.sandbox.bot.id });
  const { rows } = await new AuditLogRepository(bot.database.handle.db).list(guild.id, { limit: 10 });
  expect(rows).toMatchObject([{ userId: null, action: 'moderation.timeout', target: target.id }]);
});

test('refuses a reason that no form would have let through', async () => {
  const scene = await newScene(bot);
  const request = await cached(scene);

  await expect(
    container.moderation.actions.warn({ ...request, reason: 'x'.repeat(1_001) }),
  ).rejects.toMatchObject({
    identifier: 'moderation.bad-reason',
    message: 'The reason has 1001 characters; 1 to 1000 characters are accepted.',
  });
  await expect(caseOf(scene.guild, 1)).rejects.toThrow('There is no case #1');
});

test('keeps a reason without the spaces around it', async () => {
  const scene = await newScene(bot);
  const request = await cached(scene);

  await expect(container.moderation.actions.note({ ...request, reason: '  Spam \n' })).resolves.toMatchObject(
    {
      reason: 'Spam',
    },
  );
});

test('writes an audit entry for every kind of action that took place', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('note', { user: mallory, text: 'Hm' });
  await alice.slash('timeout', { user: mallory, duration: '10m' });
  await alice.slash('untimeout', { user: mallory });
  await alice.slash('ban', { user: mallory, duration: '2d' });
  await alice.slash('unban', { user: mallory });
  await alice.slash('unban', { user: mallory });

  const { rows } = await new AuditLogRepository(bot.database.handle.db).list(guild.id, { limit: 10 });

  expect(rows.map(({ action }) => action)).toEqual([
    'moderation.unban',
    'moderation.ban',
    'moderation.untimeout',
    'moderation.timeout',
    'moderation.note',
  ]);
  expect(rows[1]?.details).toEqual({ case: 4, reason: null, expiresAt: expect.stringMatching(/Z$/) });
});

test('writes no audit entry for what Discord refused', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  bot.sandbox.faults.failNext({ method: 'PUT', template: '/guilds/{guild_id}/bans/{user_id}', status: 403 });

  await alice.slash('ban', { user: mallory });

  const { rows } = await new AuditLogRepository(bot.database.handle.db).list(guild.id, { limit: 10 });
  expect(rows).toEqual([]);
});

test('records nothing that the audit log does not have', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const { db } = bot.database.handle;
  await sql`alter table core.audit_logs add constraint closed check (false) not valid`.execute(db);

  try {
    await alice.slash('warn', { user: mallory, reason: 'Spam' });
  } finally {
    await sql`alter table core.audit_logs drop constraint closed`.execute(db);
  }

  await expect(caseOf(guild, 1)).rejects.toThrow('There is no case #1');
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'done' });
});
