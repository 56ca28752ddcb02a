import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, textOf } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../../src/index.ts';
import { caseTypes, newAutomodScene, stays, untilGone } from './automod-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

test('deletes what a rule is about, and leaves the rest', async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });

  const bad = await mallory.send('SP\u200bАM for all');
  const good = await mallory.send('hello');

  await untilGone(mallory, bad);
  await expect(stays(mallory, good)).resolves.toBe(true);
});

test('warns as the bot, and says why', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Invites', trigger: 'invites', action: 'warn' });

  await untilGone(mallory, await mallory.send('join discord.gg/abc'));

  await expect(caseTypes(guild, 1)).resolves.toEqual(['warn']);
  await expect(container.moderation.cases.get({ guildId: guild.id, number: 1 })).resolves.toMatchObject({
    targetId: mallory.id,
    moderatorId: bot.sandbox.bot.id,
    reason: 'Automod: Invites (an invite (abc))',
  });
});

test.each([
  [{ action: 'timeout', duration: '10m' }, 'timeout'],
  [{ action: 'kick' }, 'kick'],
  [{ action: 'ban', duration: '7d' }, 'ban'],
  [{ action: 'ban' }, 'ban'],
])('%j leads to a %s', async (options, type) => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', ...options });

  await mallory.send('spam');

  await expect(caseTypes(guild, 1)).resolves.toEqual([type]);
});

test('gives a role', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  const role = guild.sandbox.addRole({ name: 'muted' });
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'role', role });

  await mallory.send('spam');

  await vi.waitFor(() => expect(guild.sandbox.member(mallory.id)?.roleIds).toContain(role.id));
});

test('replies to the member alone, and keeps the message', async () => {
  const { mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Caps', trigger: 'caps', action: 'reply', reply: 'Not so loud, @everyone.' });

  const loud = await mallory.send('WHY IS NOBODY HERE');

  await vi.waitFor(() =>
    expect(mallory.messages.map(textOf)).toContain(`<@${mallory.id}> Not so loud, @everyone.`),
  );
  expect(mallory.messages.at(-1)?.mention_everyone).toBe(false);
  await expect(stays(mallory, loud)).resolves.toBe(true);
});

test('only logs, in the channel of the rule and in the log of automod', async () => {
  const { guild, mallory, add, logged } = await newAutomodScene(bot);
  const channel = guild.sandbox.addChannel({ name: 'links' });
  await add({ name: 'Links', trigger: 'links', action: 'log', 'log-channel': channel });

  const message = await mallory.send('see https://a.example');

  await vi.waitFor(() => expect(logged()).toContain('see **__https://a.example__**'), 4_000);
  expect(bot.sandbox.messages(channel.id).map(textOf).join('\n')).toContain('#1 Links');
  await expect(stays(mallory, message)).resolves.toBe(true);
});

test('acts once where several rules apply, with the strongest sanction', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'warn' });
  await add({ name: 'Links', trigger: 'links', action: 'timeout', duration: '1h' });
  await add({ name: 'Short', trigger: 'words', values: 'buy', action: 'timeout', duration: '5m' });

  await untilGone(mallory, await mallory.send('buy spam https://a.example'));

  await expect(caseTypes(guild, 1)).resolves.toEqual(['timeout']);
  const { reason, createdAt, expiresAt } = await container.moderation.cases.get({
    guildId: guild.id,
    number: 1,
  });
  expect(reason).toMatch(/^Automod: Words .*; Links .*; Short /);
  expect(Number(expiresAt) - Number(createdAt)).toBeGreaterThan(3_000_000);
});

test('does nothing on a dry run but say what it would have done', async () => {
  const { guild, mallory, add, logged } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'ban', 'dry-run': true });

  const message = await mallory.send('spam');

  await vi.waitFor(() => expect(logged()).toContain('Automod, dry run'), 4_000);
  expect(logged()).toContain('Would have\ndeleted the message, banned them');
  await expect(stays(mallory, message)).resolves.toBe(true);
  expect(guild.sandbox.bans.size).toBe(0);
});

test('minds no message that is already gone', async () => {
  const { mallory, add, logged } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'delete' });
  // Before the bot hears of it.
  await mallory.delete(await mallory.send('spam'));

  await vi.waitFor(() => expect(logged()).toContain('Done\ndeleted the message'), 4_000);
});

test('says in the log what Discord would not let it do, and does the rest', async () => {
  const { guild, add, logged } = await newAutomodScene(bot);
  const high = guild.member({ username: 'high', above: 'bot' });
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'timeout', duration: '1h' });

  await untilGone(high, await high.send('spam'));

  await vi.waitFor(() => expect(logged()).toMatch(/Not timed them out: .*role/), 4_000);
});

test('acts once when Discord sends a message twice, or when it is edited again', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot);
  await add({ name: 'Words', trigger: 'words', values: 'spam', action: 'warn', delete: false });
  bot.fault.duplicateNext('MESSAGE_CREATE');
  const message = await mallory.send('spam');
  await caseTypes(guild, 1);

  await mallory.edit(message, 'spam, spam');
  await stays(mallory, message);

  await expect(caseTypes(guild, 1)).resolves.toEqual(['warn']);
});

test('leads to what the points of a rule’s warnings lead to', async () => {
  const { guild, mallory, add } = await newAutomodScene(bot, {
    escalation: { 5: 'timeout 1h' },
    warnPointsByReason: { 'Automod: Invites': 5 },
  });
  await add({ name: 'Invites', trigger: 'invites', action: 'warn' });

  await mallory.send('discord.gg/abc');

  await expect(caseTypes(guild, 2)).resolves.toEqual(['warn', 'timeout']);
});
