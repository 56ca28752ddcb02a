import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { createChannel } from '../actions/channels.ts';
import { createGuild } from '../actions/create-guild.ts';
import { joinGuild } from '../actions/members.ts';
import { createRole } from '../actions/roles.ts';
import { snowflakeAt } from '../state/snowflake.ts';
import { makeUser } from '../state/user.ts';
import type { World } from '../state/world.ts';

const DAY_MS = 86_400_000;
const MODERATOR_PERMISSIONS =
  PermissionFlagsBits.KickMembers |
  PermissionFlagsBits.BanMembers |
  PermissionFlagsBits.ModerateMembers |
  PermissionFlagsBits.ManageMessages |
  PermissionFlagsBits.ManageGuild;

/** Accounts by name and how many days ago they were made and joined. */
const PEOPLE = [
  { username: 'olivia', displayName: 'Olivia', ageDays: 2_000, memberDays: 700 },
  { username: 'alice', displayName: 'Alice', ageDays: 1_500, memberDays: 600 },
  { username: 'bob', displayName: 'Bob', ageDays: 900, memberDays: 400 },
  { username: 'mallory', displayName: 'Mallory', ageDays: 300, memberDays: 60 },
  { username: 'newt', displayName: 'Newt', ageDays: 1, memberDays: 0 },
] as const;

/** Builds the guild in which people try the bot: an owner, a moderator, two members and a newcomer. */
export function buildDemoScene(world: World): void {
  const now = Date.now();
  const [olivia, alice, ...others] = PEOPLE.map((person, serial) => {
    const user = makeUser({ id: snowflakeAt(now - person.ageDays * DAY_MS, serial), ...person });
    world.state.users.set(user.id, user);
    return { id: user.id, joinedAt: new Date(now - person.memberDays * DAY_MS).toISOString() };
  });
  if (!olivia || !alice) throw new TypeError('The demo scene needs an owner and a moderator');
  const id = snowflakeAt(now - PEOPLE[0].memberDays * DAY_MS);
  const guild = createGuild(world, { id, name: 'Twi Test Server', ownerId: olivia.id });
  const moderator = createRole(world, guild, undefined, {
    fields: { name: 'Moderator', permissions: MODERATOR_PERMISSIONS, hoist: true, color: 0x3498db },
  });
  joinGuild(world, guild, alice.id, { roleIds: [moderator.id], joinedAt: alice.joinedAt });
  for (const { id: userId, joinedAt } of others) joinGuild(world, guild, userId, { joinedAt });

  createChannel(world, guild, undefined, { name: 'general' });
  createChannel(world, guild, undefined, { name: 'art', nsfw: false });
  createChannel(world, guild, undefined, { name: 'mature', nsfw: true });
  createChannel(world, guild, undefined, {
    name: 'staff',
    permission_overwrites: [
      { id: guild.id, type: OverwriteType.Role, deny: String(PermissionFlagsBits.ViewChannel) },
      { id: moderator.id, type: OverwriteType.Role, allow: String(PermissionFlagsBits.ViewChannel) },
      { id: world.botId, type: OverwriteType.Member, allow: String(PermissionFlagsBits.ViewChannel) },
    ],
  });
  createChannel(world, guild, undefined, { name: 'announcement', type: ChannelType.GuildAnnouncement });
  createChannel(world, guild, undefined, { name: 'forum', type: ChannelType.GuildForum });
  createChannel(world, guild, undefined, { name: 'voice', type: ChannelType.GuildVoice });
}
