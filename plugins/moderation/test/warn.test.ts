import { AuditLogRepository } from '@twi/database';
import { startTestBot, type TestBot, textOf } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { configure } from './logs-scene.ts';
import { caseOf, newScene } from './scene.ts';

const AT_ONCE = 20;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('warns a member and says which case it is, to the moderator alone', async () => {
  const { alice, mallory } = await newScene(bot);

  const reply = await alice.slash('warn', { user: mallory, reason: 'Spam' });

  expect(reply.text).toBe(`Warned <@${mallory.id}> (case #1).`);
  expect(reply.isEphemeral).toBe(true);
});

test('tells the member where they were warned and why', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  await alice.slash('warn', { user: mallory, reason: 'Spam' });

  expect(mallory.directMessages.map(textOf)).toEqual([
    `You were warned in **${guild.sandbox.name}**.\nReason: Spam`,
  ]);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ type: 'warn', state: 'done', dmState: 'sent' });
});

test('says so when the member takes no direct messages', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  guild.setDirectMessages(mallory, false);

  const reply = await alice.slash('warn', { user: mallory, reason: 'Spam' });

  expect(reply.text).toBe(
    `Warned <@${mallory.id}> (case #1). Their direct messages are closed, so they were not told.`,
  );
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'done', dmState: 'closed' });
});

test('tells nobody where the server does not want it', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await configure(bot, guild, { dmTarget: false });

  const reply = await alice.slash('warn', { user: mallory, reason: 'Spam' });

  expect(reply.text).toBe(`Warned <@${mallory.id}> (case #1).`);
  expect(mallory.directMessages).toEqual([]);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ dmState: 'off' });
});

test('still warns when the message to the member fails for another reason', async () => {
  const { alice, mallory } = await newScene(bot);
  bot.sandbox.faults.failNext({ method: 'POST', template: '/users/@me/channels', status: 500, times: 4 });

  const reply = await alice.slash('warn', { user: mallory, reason: 'Spam' });

  expect(reply.text).toBe(`Warned <@${mallory.id}> (case #1). The message to them could not be delivered.`);
});

test('pings nobody whom a reason names', async () => {
  const { alice, mallory } = await newScene(bot);

  const reply = await alice.slash('warn', { user: mallory, reason: 'Pinged @everyone' });

  expect(reply.message.mentions).toEqual([]);
  expect(mallory.directMessages[0]?.mention_everyone).toBe(false);
});

test('writes an audit entry', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  await alice.slash('warn', { user: mallory, reason: 'Spam' });

  const { rows } = await new AuditLogRepository(bot.database.handle.db).list(guild.id, { limit: 10 });
  expect(rows).toMatchObject([
    {
      userId: alice.id,
      action: 'moderation.warn',
      target: mallory.id,
      details: { case: 1, reason: 'Spam' },
    },
  ]);
});

test('numbers warnings that are given at once without gaps or repeats', async () => {
  const { alice, mallory } = await newScene(bot);

  const replies = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, index) =>
      alice.slash('warn', { user: mallory, reason: `Reason ${index}` }),
    ),
  );

  const numbers = replies.map(({ text }) => Number(/#(\d+)/.exec(text)?.[1])).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: AT_ONCE }, (_, index) => index + 1));
});

test('moderates bots like anybody else', async () => {
  const { guild, alice } = await newScene(bot);
  const other = bot.sandbox.createUser({ username: 'other-bot', bot: true });
  guild.sandbox.addMember(other.id);

  const reply = await alice.slash('warn', { user: other, reason: 'Spam' });

  expect(reply.text).toBe(`Warned <@${other.id}> (case #1).`);
});

test('needs no rank of the bot, since a warning does nothing in Discord', async () => {
  const { guild } = await newScene(bot);
  const high = guild.member({ above: 'bot' });

  const reply = await guild.owner.slash('warn', { user: high, reason: 'Spam' });

  expect(reply.text).toBe(`Warned <@${high.id}> (case #1).`);
});

test('refuses the moderator themselves', async () => {
  const { alice } = await newScene(bot);

  const reply = await alice.slash('warn', { user: alice, reason: 'Spam' });

  expect(reply.text).toBe('You cannot moderate yourself.');
  expect(reply.isEphemeral).toBe(true);
});

test('refuses the bot', async () => {
  const { alice } = await newScene(bot);

  const reply = await alice.slash('warn', { user: bot.sandbox.bot, reason: 'Spam' });

  expect(reply.text).toBe(`<@${bot.sandbox.bot.id}> is me. Ask another bot, or do it by hand.`);
});

test('refuses the owner', async () => {
  const { guild, alice } = await newScene(bot);

  const reply = await alice.slash('warn', { user: guild.owner, reason: 'Spam' });

  expect(reply.text).toBe(`<@${guild.owner.id}> owns this server, so nobody can moderate them.`);
});

test('refuses who ranks as high as the moderator', async () => {
  const { guild, alice } = await newScene(bot);
  const peer = guild.member({ roleIds: guild.sandbox.member(alice.id)?.roleIds ?? [] });

  const reply = await alice.slash('warn', { user: peer, reason: 'Spam' });

  expect(reply.text).toBe(
    `<@${peer.id}> holds a role as high as yours or higher, so you cannot moderate them.`,
  );
});

test('refuses who is not in the server', async () => {
  const { guild, alice } = await newScene(bot);
  const stranger = guild.stranger('stranger');

  const reply = await alice.slash('warn', { user: stranger, reason: 'Spam' });

  expect(reply.text).toBe(`<@${stranger.id}> is not a member of this server.`);
});

test('takes no number for what it refuses', async () => {
  const { alice, mallory } = await newScene(bot);

  await alice.slash('warn', { user: alice, reason: 'Spam' });
  await alice.slash('warn', { user: mallory, reason: '  ' });
  const reply = await alice.slash('warn', { user: mallory, reason: 'Spam' });

  expect(reply.text).toContain('(case #1)');
});

test('refuses a reason of spaces', async () => {
  const { alice, mallory } = await newScene(bot);

  const reply = await alice.slash('warn', { user: mallory, reason: '   ' });

  expect(reply.text).toBe('The reason is empty; 1 to 1000 characters are accepted.');
});

test('shows the command only to who may use it', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  expect(alice.commands).toContain('warn');
  expect(mallory.commands).not.toContain('warn');
  expect(guild.owner.commands).toContain('warn');
});
