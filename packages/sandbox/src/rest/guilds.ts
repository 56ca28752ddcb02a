import type { RESTPatchAPIGuildChannelPositionsJSONBody } from 'discord-api-types/v10';
import { AuditLogEvent, PermissionFlagsBits } from 'discord-api-types/v10';
import { changesBetween, writeAuditLog } from '../actions/audit-log.ts';
import { createChannel, moveChannels } from '../actions/channels.ts';
import type { ChannelInput } from '../actions/channels.ts';
import { announceGuild } from '../actions/guilds.ts';
import { deleteInvite, inviteOf as inviteOfGuild, invitesOf, renderInvite } from '../actions/invites.ts';
import { pictureHash } from '../actions/picture.ts';
import { DiscordError } from '../rules/discord-error.ts';
import type { GuildRecord, InviteRecord } from '../state/guild.ts';
import { renderChannel } from '../state/render-channel.ts';
import { renderGuild } from '../state/render-guild.ts';
import { unknown } from '../state/unknown.ts';
import { requireIn, requireOf } from '../state/access.ts';
import { permissionsOf } from '../state/standing.ts';
import type { RestRequest } from './rest-request.ts';
import { Reply } from './route.ts';
import type { Route } from './route.ts';

const GUILD = '/guilds/{guild_id}';
const MAXIMUM_CHANNELS = 500;
/** What can be changed of a guild beside its name. Source: Discord's documentation, "Modify Guild". */
const EDITABLE: ReadonlySet<string> = new Set([
  'afk_channel_id',
  'afk_timeout',
  'default_message_notifications',
  'description',
  'explicit_content_filter',
  'features',
  'preferred_locale',
  'premium_progress_bar_enabled',
  'public_updates_channel_id',
  'rules_channel_id',
  'safety_alerts_channel_id',
  'system_channel_flags',
  'system_channel_id',
  'verification_level',
]);
const PICTURES: ReadonlySet<string> = new Set(['banner', 'discovery_splash', 'icon', 'splash']);

/** Guilds, their channels as a list, and what else hangs on a guild. */
export const guildRoutes: readonly Route[] = [
  { method: 'GET', template: GUILD, handle: get },
  { method: 'PATCH', template: GUILD, handle: edit },
  { method: 'GET', template: `${GUILD}/channels`, handle: listChannels },
  { method: 'POST', template: `${GUILD}/channels`, handle: create },
  { method: 'PATCH', template: `${GUILD}/channels`, handle: move },
  { method: 'GET', template: `${GUILD}/invites`, handle: listInvites },
  { method: 'GET', template: '/invites/{code}', handle: getInvite },
  { method: 'DELETE', template: '/invites/{code}', handle: removeInvite },
];

function get(request: RestRequest): object {
  const guild = guildOf(request);
  const counts = { approximate_member_count: guild.members.size, approximate_presence_count: 1 };
  return { ...renderGuild(guild), ...(request.query['with_counts'] === 'true' && counts) };
}

function edit(request: RestRequest): object {
  const { world } = request;
  const guild = guildOf(request);
  requireOf(guild, world.botId, 'ManageGuild');
  const { name, ...fields } = request.json<{ name?: string } & Record<string, unknown>>();
  const properties = Object.fromEntries(Object.entries(fields).flatMap(editedField));
  const before = { name: guild.name, ...guild.properties };
  if (name !== undefined) guild.name = name;
  guild.properties = { ...guild.properties, ...properties };
  announceGuild(world, guild);
  const changes = changesBetween(before, { name: guild.name, ...guild.properties });
  writeAuditLog(world, guild, request.actor, {
    type: AuditLogEvent.GuildUpdate,
    targetId: guild.id,
    changes,
  });
  return renderGuild(guild);
}

/** Discord ignores fields that it does not know, and names pictures by their hashes. */
function editedField([key, value]: [string, unknown]): [string, unknown][] {
  if (PICTURES.has(key)) return [[key, typeof value === 'string' ? pictureHash(value) : null]];
  return EDITABLE.has(key) ? [[key, value]] : [];
}

function listChannels(request: RestRequest): object[] {
  const { world } = request;
  return world.channelsOf(guildOf(request)).map((channel) => renderChannel(world, channel));
}

function create(request: RestRequest): Reply {
  const { world } = request;
  const guild = guildOf(request);
  const input = request.json<ChannelInput>();
  requireOf(guild, world.botId, 'ManageChannels');
  if (input.permission_overwrites?.length) requireOf(guild, world.botId, 'ManageRoles');
  if (world.channelsOf(guild).length >= MAXIMUM_CHANNELS) {
    throw new DiscordError(400, 30_013, `Maximum number of guild channels reached (${MAXIMUM_CHANNELS})`);
  }
  return new Reply(201, renderChannel(world, createChannel(world, guild, request.actor, input)));
}

function move(request: RestRequest): void {
  const guild = guildOf(request);
  requireOf(guild, request.world.botId, 'ManageChannels');
  moveChannels(request.world, guild, request.json<RESTPatchAPIGuildChannelPositionsJSONBody>());
}

function listInvites(request: RestRequest): object[] {
  const guild = guildOf(request);
  requireOf(guild, request.world.botId, 'ManageGuild');
  return invitesOf(guild).map((invite) => renderInvite(request.world, guild, invite));
}

function getInvite(request: RestRequest): object {
  const { guild, invite } = inviteOf(request);
  return renderInvite(request.world, guild, invite);
}

function removeInvite(request: RestRequest): object {
  const { guild, invite } = inviteOf(request);
  const channel = request.world.channel(invite.channelId);
  const managesGuild = (permissionsOf(guild, request.world.botId) & PermissionFlagsBits.ManageGuild) !== 0n;
  if (!managesGuild) requireIn(request.world, channel, ['ManageChannels']);
  const rendered = renderInvite(request.world, guild, invite);
  deleteInvite(request.world, guild, request.actor, invite);
  return rendered;
}

function inviteOf(request: RestRequest): { guild: GuildRecord; invite: InviteRecord } {
  for (const guild of request.world.state.guilds.values()) {
    const code = request.param('code');
    if (guild.invites.has(code)) return { guild, invite: inviteOfGuild(guild, code) };
  }
  throw unknown('invite');
}

function guildOf(request: RestRequest): GuildRecord {
  return request.world.guild(request.param('guild_id'));
}
