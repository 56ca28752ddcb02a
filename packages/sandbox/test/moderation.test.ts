import { AuditLogEvent, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js';
import type { Guild } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { present, TestBot } from './test-bot.ts';

const HOUR_MS = 3_600_000;
/** The same refusal as a person's action meets it, which no discord.js translates. */
const MISSING_BY_HAND = { status: 403, body: { code: RESTJSONErrorCodes.MissingPermissions } };
const MISSING = { status: 403, code: RESTJSONErrorCodes.MissingPermissions };

let bot: TestBot;
let guild: Guild;
beforeAll(async () => {
  bot = await TestBot.start();
  guild = present(bot.client.guilds.cache.first());
});
beforeEach(() => {
  const mallory = bot.userId('mallory');
  bot.guild.addMember(mallory);
});
afterAll(() => bot[Symbol.asyncDispose]());

test('a ban removes the member, keeps the reason and stands in the audit log', async () => {
  const mallory = bot.userId('mallory');
  const added = bot.next('guildBanAdd');
  const entry = bot.next('guildAuditLogEntryCreate');

  await guild.bans.create(mallory, { reason: 'späm & lies' });

  expect((await added)[0].user.id).toBe(mallory);
  expect((await entry)[0]).toMatchObject({
    action: AuditLogEvent.MemberBanAdd,
    reason: 'späm & lies',
    targetId: mallory,
  });
  expect(bot.guild.member(mallory)).toBeUndefined();
  expect((await guild.bans.fetch(mallory)).reason).toBe('späm & lies');
  await guild.bans.remove(mallory);
  await expect(guild.bans.fetch(mallory)).rejects.toMatchObject({ status: 404, code: 10_026 });
});

test('a ban can delete what the member wrote', async () => {
  const mallory = bot.as('mallory');
  await mallory.send('spam');

  await guild.bans.create(mallory.userId, { deleteMessageSeconds: 60 });

  expect(
    bot.sandbox.messages(bot.channelId()).filter((message) => message.author.id === mallory.userId),
  ).toEqual([]);
  await guild.bans.remove(mallory.userId);
});

test('a bulk ban says whom it could not ban', async () => {
  const result = await guild.bans.bulkCreate([bot.userId('mallory'), bot.userId('olivia')]);

  expect(result).toEqual({ bannedUsers: [bot.userId('mallory')], failedUsers: [bot.userId('olivia')] });
  await guild.bans.remove(bot.userId('mallory'));
});

test('a kick removes the member and names the bot in the audit log', async () => {
  const mallory = await guild.members.fetch(bot.userId('mallory'));
  const removed = bot.next('guildMemberRemove');

  await mallory.kick('rude');

  expect((await removed)[0].id).toBe(mallory.id);
  expect(bot.guild.auditLog.at(-1)).toMatchObject({
    action_type: AuditLogEvent.MemberKick,
    user_id: bot.client.user.id,
    target_id: mallory.id,
    reason: 'rude',
  });
});

test('a pin and its end stand in the audit log, once each', async () => {
  const channel = await guild.channels.create({ name: 'pinned' });
  const message = await channel.send('Read this');
  const entries = () =>
    bot.guild.auditLog
      .filter(({ options }) => options?.['message_id'] === message.id)
      .map(({ action_type, target_id, reason }) => [action_type, target_id, reason]);

  await message.pin('worth it');
  await message.pin('worth it');
  await message.unpin('done');
  await message.unpin('done');

  const authorId = bot.client.user.id;
  expect(entries()).toEqual([
    [AuditLogEvent.MessagePin, authorId, 'worth it'],
    [AuditLogEvent.MessageUnpin, authorId, 'done'],
  ]);
});

test('a timeout strips permissions until it ends', async () => {
  const mallory = await guild.members.fetch(bot.userId('mallory'));

  await mallory.timeout(HOUR_MS, 'cool down');

  expect(bot.guild.member(mallory.id)?.timeoutUntil).toBeGreaterThan(Date.now());
  await expect(bot.as('mallory').send('hi')).rejects.toMatchObject(MISSING_BY_HAND);
  await mallory.timeout(null);
  await expect(bot.as('mallory').send('hi')).resolves.toMatchObject({ content: 'hi' });
});

test('a timeout of more than 28 days is refused', async () => {
  const mallory = await guild.members.fetch(bot.userId('mallory'));

  await expect(mallory.timeout(29 * 24 * HOUR_MS)).rejects.toMatchObject({ status: 400, code: 50_035 });
});

test('roles, nicknames and their changes reach the bot', async () => {
  const mallory = await guild.members.fetch(bot.userId('mallory'));
  const role = await guild.roles.create({ name: 'Painter', permissions: ['SendMessages'], reason: 'art' });

  await mallory.roles.add(role);
  await mallory.setNickname('Mal');

  expect(bot.guild.member(mallory.id)).toMatchObject({ nick: 'Mal', roleIds: [role.id] });
  expect(mallory.roles.cache.has(role.id)).toBe(true);
  await role.delete();
  expect(bot.guild.member(mallory.id)?.roleIds).toEqual([]);
});

test('the owner and those who rank as high cannot be acted on', async () => {
  const olivia = await guild.members.fetch(bot.userId('olivia'));
  const high = bot.guild.addRole({ name: 'High', position: 99 });
  const highRole = await guild.roles.fetch(high.id);

  await expect(olivia.kick()).rejects.toMatchObject(MISSING);
  await expect(olivia.timeout(HOUR_MS)).rejects.toMatchObject(MISSING);
  await expect(highRole?.delete()).rejects.toMatchObject(MISSING);
});

test('without a permission nothing happens and Discord says so', async () => {
  const own = present(bot.guild.roles.find((role) => role.botId === bot.client.user.id));
  const before = own.permissions;
  own.permissions &= ~(PermissionFlagsBits.BanMembers | PermissionFlagsBits.KickMembers);
  const mallory = bot.userId('mallory');

  await expect(guild.bans.create(mallory)).rejects.toMatchObject(MISSING);
  await expect(guild.members.kick(mallory)).rejects.toMatchObject(MISSING);

  expect(bot.guild.member(mallory)).toBeDefined();
  own.permissions = before;
});

test('unknown members, users, roles and guilds are 404 with the codes of Discord', async () => {
  const nobody = '100000000000000000';
  const { rest } = bot.client;

  await expect(guild.members.fetch(nobody)).rejects.toMatchObject({ status: 404, code: 10_013 });
  await expect(
    guild.members.fetch(bot.sandbox.createUser({ username: 'stranger' }).id),
  ).rejects.toMatchObject({
    status: 404,
    code: 10_007,
  });
  await expect(rest.get(`/guilds/${nobody}`)).rejects.toMatchObject({ status: 404, code: 10_004 });
  await expect(rest.get(`/channels/${nobody}`)).rejects.toMatchObject({ status: 404, code: 10_003 });
  await expect(rest.get(`/guilds/${guild.id}/roles/${nobody}`)).rejects.toMatchObject({
    status: 404,
    code: 10_011,
  });
  await expect(rest.get(`/webhooks/${nobody}`)).rejects.toMatchObject({ status: 404, code: 10_015 });
});

test('what a moderator does by hand stands in the audit log under their name', async () => {
  const entry = bot.next('guildAuditLogEntryCreate');

  await bot.as('alice').moderation.ban(bot.userId('mallory'), 'by hand');

  expect((await entry)[0]).toMatchObject({
    action: AuditLogEvent.MemberBanAdd,
    executorId: bot.userId('alice'),
  });
  const log = await guild.fetchAuditLogs({ type: AuditLogEvent.MemberBanAdd, limit: 1 });
  expect(log.entries.first()).toMatchObject({ reason: 'by hand', executorId: bot.userId('alice') });
  await bot.as('alice').moderation.unban(bot.userId('mallory'));
});

test('a moderator by hand is bound by permissions and ranks too', async () => {
  await expect(bot.as('bob').moderation.kick(bot.userId('mallory'))).rejects.toMatchObject(MISSING_BY_HAND);
  await expect(bot.as('alice').moderation.timeout(bot.userId('olivia'), HOUR_MS)).rejects.toMatchObject(
    MISSING_BY_HAND,
  );
});

test('pages of bans and members can be listed and members be found by name', async () => {
  await guild.bans.create(bot.userId('mallory'));

  expect((await guild.bans.fetch()).map((ban) => ban.user.username)).toEqual(['mallory']);
  expect((await guild.members.list({ limit: 2 })).size).toBe(2);
  expect((await guild.members.search({ query: 'ali' })).map((member) => member.user.username)).toEqual([
    'alice',
  ]);
  expect((await guild.members.fetch()).size).toBe(bot.guild.members.length);
  await guild.bans.remove(bot.userId('mallory'));
});
