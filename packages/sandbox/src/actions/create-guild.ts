import { PermissionFlagsBits as Flag } from 'discord-api-types/v10';
import type { GuildRecord } from '../state/guild.ts';
import { renderGuildCreate } from '../state/render-guild.ts';
import type { World } from '../state/world.ts';
import { createRole } from './roles.ts';

/** What everybody may do in a new guild. */
const EVERYONE_PERMISSIONS =
  Flag.ViewChannel |
  Flag.CreateInstantInvite |
  Flag.ChangeNickname |
  Flag.SendMessages |
  Flag.SendMessagesInThreads |
  Flag.CreatePublicThreads |
  Flag.CreatePrivateThreads |
  Flag.EmbedLinks |
  Flag.AttachFiles |
  Flag.AddReactions |
  Flag.UseExternalEmojis |
  Flag.UseExternalStickers |
  Flag.ReadMessageHistory |
  Flag.UseApplicationCommands |
  Flag.Connect |
  Flag.Speak |
  Flag.Stream |
  Flag.UseVAD |
  Flag.RequestToSpeak |
  Flag.SendPolls;

/** What a bot for a community is usually invited with; not Administrator, so that missing permissions show. */
const BOT_PERMISSIONS =
  Flag.KickMembers |
  Flag.BanMembers |
  Flag.ModerateMembers |
  Flag.ManageChannels |
  Flag.ManageGuild |
  Flag.CreateGuildExpressions |
  Flag.ManageGuildExpressions |
  Flag.ManageMessages |
  Flag.ManageNicknames |
  Flag.ManageRoles |
  Flag.ManageThreads |
  Flag.ManageWebhooks |
  Flag.MentionEveryone |
  Flag.PinMessages |
  Flag.ViewAuditLog |
  Flag.MoveMembers |
  Flag.MuteMembers |
  Flag.DeafenMembers |
  EVERYONE_PERMISSIONS;

/** Creates a guild that has its owner, `@everyone`, and the bot with its managed role, but no channel. */
export function createGuild(
  world: World,
  options: { id?: string; name: string; ownerId: string; botPermissions?: bigint },
): GuildRecord {
  const id = options.id ?? world.ids.next();
  const joinedAt = new Date().toISOString();
  const everyone = {
    id,
    name: '@everyone',
    permissions: EVERYONE_PERMISSIONS,
    position: 0,
    color: 0,
    hoist: false,
    mentionable: false,
    managed: false,
  };
  const guild: GuildRecord = {
    id,
    name: options.name,
    ownerId: options.ownerId,
    roles: new Map([[id, everyone]]),
    members: new Map([[options.ownerId, { userId: options.ownerId, roleIds: [], joinedAt }]]),
    channelIds: new Set(),
    bans: new Map(),
    emojis: new Map(),
    stickers: new Map(),
    invites: new Map(),
    auditLog: [],
    commandCreations: { day: '', count: 0 },
    properties: {},
  };
  world.state.guilds.set(id, guild);
  addBot(world, guild, options.botPermissions ?? BOT_PERMISSIONS);
  return guild;
}

/** Adds the bot with a managed role, and sends it the guild. */
export function addBot(world: World, guild: GuildRecord, permissions: bigint = BOT_PERMISSIONS): void {
  const bot = world.user(world.botId);
  const role = createRole(world, guild, undefined, {
    fields: { name: bot.username, permissions },
    botId: bot.id,
  });
  const joinedAt = new Date().toISOString();
  guild.members.set(bot.id, { userId: bot.id, roleIds: [role.id], joinedAt });
  world.emit('GUILD_CREATE', () => renderGuildCreate(world, guild), guild.id);
}
