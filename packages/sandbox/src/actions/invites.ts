import { randomInt } from 'node:crypto';
import { AuditLogEvent } from 'discord-api-types/v10';
import type { RESTPostAPIChannelInviteJSONBody } from 'discord-api-types/v10';
import type { GuildRecord, InviteRecord } from '../state/guild.ts';
import { unknown } from '../state/unknown.ts';
import type { World } from '../state/world.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';

const DEFAULT_AGE_SECONDS = 86_400;
/** Of what Discord makes codes: an address that ends with a hyphen would end before it. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const CODE_LENGTH = 8;

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Creates an invite to a channel. */
export function createInvite(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { channelId, body }: { channelId: string; body: RESTPostAPIChannelInviteJSONBody },
): InviteRecord {
  const invite: InviteRecord = {
    code: newCode(),
    channelId,
    inviterId: actor.userId,
    createdAt: new Date().toISOString(),
    maxAgeSeconds: body.max_age ?? DEFAULT_AGE_SECONDS,
    maxUses: body.max_uses ?? 0,
    temporary: body.temporary ?? false,
    uses: 0,
  };
  guild.invites.set(invite.code, invite);
  const { channel_id, guild_id, code, ...rest } = eventOf(world, guild, invite);
  world.emit('INVITE_CREATE', { channel_id, guild_id, code, ...rest }, guild.id);
  const { maxUses: max_uses, maxAgeSeconds: max_age } = invite;
  const changes = changesBetween({}, { code, channel_id, max_uses, max_age });
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.InviteCreate, targetId: null, changes });
  return invite;
}

/** Deletes an invite; one that was used up has no actor. */
export function deleteInvite(
  world: World,
  guild: GuildRecord,
  actor: Actor | undefined,
  invite: InviteRecord,
): void {
  guild.invites.delete(invite.code);
  const { code, channelId: channel_id } = invite;
  world.emit('INVITE_DELETE', { code, channel_id, guild_id: guild.id }, guild.id);
  const changes = [{ key: 'code', old: code }];
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.InviteDelete, targetId: null, changes });
}

/** Finds an invite that is still good. @throws DiscordError 10006 */
export function inviteOf(guild: GuildRecord, code: string): InviteRecord {
  const invite = guild.invites.get(code);
  if (!invite || isOver(invite)) throw unknown('invite');
  return invite;
}

/** Lists the invites of a guild that are still good. */
export function invitesOf(guild: GuildRecord): InviteRecord[] {
  return [...guild.invites.values()].filter((invite) => !isOver(invite));
}

/** Counts a use of an invite; the last allowed one deletes it. @throws DiscordError 10006 */
export function spendInvite(world: World, guild: GuildRecord, code: string): void {
  const invite = inviteOf(guild, code);
  invite.uses += 1;
  if (invite.maxUses > 0 && invite.uses >= invite.maxUses) deleteInvite(world, guild, undefined, invite);
}

/** Deletes the invites to a channel, as its deletion does. */
export function deleteInvitesTo(world: World, guild: GuildRecord, channelId: string): void {
  for (const invite of guild.invites.values()) {
    if (invite.channelId === channelId) deleteInvite(world, guild, undefined, invite);
  }
}

function isOver({ createdAt, maxAgeSeconds }: InviteRecord): boolean {
  return maxAgeSeconds > 0 && Date.parse(createdAt) + maxAgeSeconds * 1_000 <= Date.now();
}

/** Renders an invite with its metadata. */
export function renderInvite(world: World, guild: GuildRecord, invite: InviteRecord): object {
  const channel = world.channel(invite.channelId);
  const { guild_id: _guildId, channel_id: _channelId, ...event } = eventOf(world, guild, invite);
  return {
    ...event,
    type: 0,
    guild: { id: guild.id, name: guild.name, features: [], icon: null, verification_level: 0 },
    channel: { id: channel.id, name: channel.name, type: channel.type },
  };
}

function eventOf(world: World, guild: GuildRecord, invite: InviteRecord) {
  const expiresAt = Date.parse(invite.createdAt) + invite.maxAgeSeconds * 1_000;
  return {
    code: invite.code,
    guild_id: guild.id,
    channel_id: invite.channelId,
    inviter: world.user(invite.inviterId),
    created_at: invite.createdAt,
    expires_at: invite.maxAgeSeconds === 0 ? null : new Date(expiresAt).toISOString(),
    max_age: invite.maxAgeSeconds,
    max_uses: invite.maxUses,
    temporary: invite.temporary,
    uses: invite.uses,
  };
}
