import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Guild } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present, TestBot } from './test-bot.ts';

let bot: TestBot;
let guild: Guild;
beforeAll(async () => {
  bot = await TestBot.start();
  guild = present(bot.client.guilds.cache.first());
});
afterAll(() => bot[Symbol.asyncDispose]());

test('the demo guild has its people, places and a bot above its moderators', () => {
  const names = guild.members.cache.map((member) => member.user.username).toSorted();
  const moderator = present(bot.guild.role('Moderator'));
  const own = present(bot.guild.roles.find((role) => role.botId === bot.client.user.id));

  expect(names).toEqual(['Twi', 'alice', 'bob', 'mallory', 'newt', 'olivia']);
  expect(bot.guild.channels.map((channel) => channel.name)).toEqual([
    'general',
    'art',
    'mature',
    'staff',
    'announcement',
    'forum',
    'voice',
  ]);
  expect(guild.ownerId).toBe(bot.userId('olivia'));
  expect(own.position).toBeGreaterThan(moderator.position);
  expect(own.permissions & PermissionFlagsBits.Administrator).toBe(0n);
  expect(guild.channels.cache.find((channel) => channel.name === 'mature')).toMatchObject({ nsfw: true });
});

test('accounts are as old as their ids say, and the newcomer joined today', () => {
  const newt = present(guild.members.cache.get(bot.userId('newt')));
  const olivia = present(guild.members.cache.get(bot.userId('olivia')));

  expect(Date.now() - newt.user.createdTimestamp).toBeLessThan(2 * 86_400_000);
  expect(Date.now() - (newt.joinedTimestamp ?? 0)).toBeLessThan(86_400_000);
  expect(Date.now() - olivia.user.createdTimestamp).toBeGreaterThan(1_000 * 86_400_000);
});

test('members see the channels they may see', () => {
  expect(() => bot.as('alice', 'staff').messages()).not.toThrow();
  expect(() => bot.as('bob', 'staff').messages()).toThrow('bob does not see #staff');
});

test('a guild is renamed and its change stands in the audit log', async () => {
  const updated = bot.next('guildUpdate');

  await guild.setName('Renamed', 'new season');

  expect((await updated)[1].name).toBe('Renamed');
  expect(bot.guild.auditLog.at(-1)).toMatchObject({
    reason: 'new season',
    changes: [{ key: 'name', old_value: 'Twi Test Server', new_value: 'Renamed' }],
  });
});

test('roles are created at the bottom, edited and moved', async () => {
  const low = await guild.roles.create({ name: 'Low', colors: { primaryColor: 0xff0000 } });
  expect(low.position).toBe(1);

  await low.setPermissions(['SendMessages']);
  await low.setPosition(2);

  expect(bot.guild.role('Low')).toMatchObject({
    permissions: PermissionFlagsBits.SendMessages,
    position: 2,
    color: 0xff0000,
  });
  expect(bot.guild.role('Moderator')?.position).toBe(1);
});

test('nobody gives a permission they lack', async () => {
  await expect(guild.roles.create({ name: 'Evil', permissions: ['Administrator'] })).rejects.toMatchObject({
    status: 403,
    code: 50_013,
  });
});

test('channels are moved and listed with their parents', async () => {
  const category = await guild.channels.create({ name: 'Group', type: ChannelType.GuildCategory });
  const channel = await guild.channels.create({ name: 'child', parent: category.id });

  await guild.channels.setPositions([{ channel: channel.id, position: 0 }]);

  const fetched = await guild.channels.fetch();
  expect(fetched.get(channel.id)).toMatchObject({ parentId: category.id, rawPosition: 0 });
  await category.delete();
  await channel.delete();
});

test('invites are made, found and deleted', async () => {
  const invite = await guild.invites.create(bot.channelId(), { maxAge: 600, maxUses: 3, reason: 'friends' });

  expect((await guild.invites.fetch()).get(invite.code)).toMatchObject({ maxUses: 3, maxAge: 600 });
  expect((await bot.client.fetchInvite(invite.code)).guild?.id).toBe(guild.id);
  await invite.delete();
  await expect(bot.client.fetchInvite(invite.code)).rejects.toMatchObject({ code: 10_006 });
});

test('pruning counts and removes those without roles who came long ago', async () => {
  const days = 30;
  expect(await guild.members.prune({ days, dry: true })).toBe(2);

  expect(await guild.members.prune({ days })).toBe(2);

  expect(bot.guild.member(bot.userId('bob'))).toBeUndefined();
  expect(bot.guild.member(bot.userId('newt'))).toBeDefined();
  for (const name of ['bob', 'mallory']) {
    const back = bot.next('guildMemberAdd');
    bot.guild.addMember(bot.userId(name));
    await back;
  }
});

test('people join and leave, and the banned stay out', async () => {
  const stranger = bot.sandbox.createUser({ username: 'stranger', displayName: 'Stranger' });
  const actor = bot.sandbox.as(stranger.id, { channelId: bot.channelId() });
  const joined = bot.next('guildMemberAdd');
  await actor.join(guild.id);
  expect((await joined)[0].displayName).toBe('Stranger');
  const left = bot.next('guildMemberRemove');
  await actor.leave(guild.id);
  expect((await left)[0].id).toBe(stranger.id);

  await guild.bans.create(stranger.id);

  await expect(actor.join(guild.id)).rejects.toMatchObject({ reason: 'missing-permission' });
});

test('a moderator gives roles by hand, up to their own rank', async () => {
  const role = bot.guild.addRole({ name: 'Regular', permissions: [] });
  const olivia = bot.as('olivia').moderation;
  await olivia.addRole(bot.userId('bob'), role.id);
  expect(bot.guild.member(bot.userId('bob'))?.roleIds).toEqual([role.id]);

  await olivia.removeRole(bot.userId('bob'), role.id);

  expect(bot.guild.member(bot.userId('bob'))?.roleIds).toEqual([]);
  await expect(bot.as('alice').moderation.addRole(bot.userId('bob'), role.id)).rejects.toMatchObject({
    status: 403,
  });
});

test('a moderator who deletes the message of another stands in the audit log', async () => {
  const message = await bot.as('bob').send('rude');
  await expect(bot.as('mallory').delete(message)).rejects.toMatchObject({ status: 403 });

  await bot.as('alice').delete(message);

  expect(bot.guild.auditLog.at(-1)).toMatchObject({
    action_type: 72,
    user_id: bot.userId('alice'),
    target_id: bot.userId('bob'),
  });
});

test('the bot knows itself, its application and its guilds', async () => {
  await bot.client.application.fetch();
  const guilds = await bot.client.guilds.fetch();

  expect(bot.client.application).toMatchObject({ id: bot.sandbox.application.id, name: 'Twi' });
  expect([...guilds.keys()]).toEqual([guild.id]);
  await bot.client.user.setUsername('Renamed');
  expect(bot.sandbox.bot.username).toBe('Renamed');
});

test('the bot leaves a guild on its own', async () => {
  const created = bot.next('guildCreate');
  const second = bot.sandbox.createGuild({ name: 'Second' });
  const [joined] = await created;

  await joined.leave();

  expect(second.member(bot.client.user.id)).toBeUndefined();
  const back = bot.next('guildCreate');
  second.addBot();
  expect((await back)[0].id).toBe(second.id);
});
