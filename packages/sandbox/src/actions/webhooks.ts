import { randomBytes } from 'node:crypto';
import { AuditLogEvent } from 'discord-api-types/v10';
import type { APIUser } from 'discord-api-types/v10';
import type { ChannelRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import { makeUser } from '../state/user.ts';
import type { WebhookRecord } from '../state/webhook.ts';
import type { World } from '../state/world.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';
import { pictureHash } from './picture.ts';

const TOKEN_BYTES = 51;

/** What can be changed of a webhook. */
export interface WebhookChanges {
  readonly name?: string;
  /** A data URI; null removes the picture. */
  readonly avatar?: string | null;
  readonly channelId?: string;
}

/** Creates a webhook of a channel. */
export function createWebhook(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { channel, name, avatar }: { channel: ChannelRecord; name: string; avatar?: string | null | undefined },
): WebhookRecord {
  const webhook: WebhookRecord = {
    id: world.ids.next(),
    guildId: guild.id,
    channelId: channel.id,
    name,
    avatar: avatar ? pictureHash(avatar) : null,
    token: randomBytes(TOKEN_BYTES).toString('base64url'),
    creatorId: actor.userId,
  };
  world.state.webhooks.set(webhook.id, webhook);
  announceWebhooks(world, webhook);
  const changes = changesBetween({}, { name, channel_id: channel.id });
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.WebhookCreate, targetId: webhook.id, changes });
  return webhook;
}

/** Changes a webhook; with its own token nobody is named in the audit log. */
export function editWebhook(
  world: World,
  guild: GuildRecord,
  actor: Actor | undefined,
  { webhook, changes: wanted }: { webhook: WebhookRecord; changes: WebhookChanges },
): void {
  const before = { name: webhook.name, channel_id: webhook.channelId };
  if (wanted.name !== undefined) webhook.name = wanted.name;
  if (wanted.avatar !== undefined)
    webhook.avatar = wanted.avatar === null ? null : pictureHash(wanted.avatar);
  if (wanted.channelId !== undefined && wanted.channelId !== webhook.channelId) {
    announceWebhooks(world, webhook);
    webhook.channelId = wanted.channelId;
  }
  announceWebhooks(world, webhook);
  const changes = changesBetween(before, { name: webhook.name, channel_id: webhook.channelId });
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.WebhookUpdate, targetId: webhook.id, changes });
}

/** Deletes a webhook; with its own token nobody is named in the audit log. */
export function deleteWebhook(
  world: World,
  guild: GuildRecord,
  actor: Actor | undefined,
  webhook: WebhookRecord,
): void {
  world.state.webhooks.delete(webhook.id);
  announceWebhooks(world, webhook);
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.WebhookDelete, targetId: webhook.id });
}

/** The author of what a webhook sends, by another name or picture where one is given. */
export function webhookAuthor(
  webhook: WebhookRecord,
  options: { username?: string | undefined; avatarUrl?: string | undefined } = {},
): APIUser {
  const { username = webhook.name, avatarUrl } = options;
  const avatar = avatarUrl === undefined ? (webhook.avatar ?? null) : pictureHash(avatarUrl);
  return { ...makeUser({ id: webhook.id, username, bot: true }), discriminator: '0000', avatar };
}

/** Tells the bot that the webhooks of a channel changed. */
export function announceWebhooks(world: World, { guildId, channelId }: WebhookRecord): void {
  world.emit('WEBHOOKS_UPDATE', { guild_id: guildId, channel_id: channelId }, guildId);
}
