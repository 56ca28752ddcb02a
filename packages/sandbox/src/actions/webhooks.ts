import { randomBytes } from 'node:crypto';
import { AuditLogEvent } from 'discord-api-types/v10';
import type { RESTPostAPIWebhookWithTokenJSONBody } from 'discord-api-types/v10';
import type { ChannelRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import type { MessageRecord } from '../state/message.ts';
import { makeUser } from '../state/user.ts';
import type { WebhookRecord } from '../state/webhook.ts';
import type { World } from '../state/world.ts';
import type { ReceivedFile } from './attachments.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';
import { createMessage } from './messages.ts';
import { createThread } from './threads.ts';

const TOKEN_BYTES = 51;

/** What a webhook is told to send. */
export type WebhookExecution = RESTPostAPIWebhookWithTokenJSONBody;

/** Creates a webhook of a channel. */
export function createWebhook(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { channel, name }: { channel: ChannelRecord; name: string },
): WebhookRecord {
  const webhook: WebhookRecord = {
    id: world.ids.next(),
    guildId: guild.id,
    channelId: channel.id,
    name,
    token: randomBytes(TOKEN_BYTES).toString('base64url'),
    creatorId: actor.userId,
  };
  world.state.webhooks.set(webhook.id, webhook);
  announce(world, webhook);
  const changes = changesBetween({}, { name, channel_id: channel.id });
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.WebhookCreate, targetId: webhook.id, changes });
  return webhook;
}

/** Deletes a webhook. */
export function deleteWebhook(world: World, guild: GuildRecord, actor: Actor, webhook: WebhookRecord): void {
  world.state.webhooks.delete(webhook.id);
  announce(world, webhook);
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.WebhookDelete, targetId: webhook.id });
}

/** Sends a message through a webhook, into a thread or a new forum post where that is asked for. */
export function executeWebhook(
  world: World,
  options: {
    webhook: WebhookRecord;
    body: WebhookExecution;
    files: readonly ReceivedFile[];
    threadId: string | undefined;
  },
): MessageRecord {
  const { webhook, body, files, threadId } = options;
  const name = body.username ?? webhook.name;
  const parent = world.channel(threadId ?? webhook.channelId);
  const actor = { userId: webhook.creatorId };
  const channel =
    body.thread_name === undefined
      ? parent
      : createThread(world, world.guild(webhook.guildId), actor, {
          parent,
          input: { name: body.thread_name, applied_tags: body.applied_tags ?? [] },
        });
  return createMessage(world, {
    channel,
    author: { ...makeUser({ id: webhook.id, username: name, bot: true }), discriminator: '0000' },
    body,
    files,
    webhookId: webhook.id,
    ...(channel !== parent && { id: channel.id }),
  });
}

/** Renders a webhook of a channel. */
export function renderWebhook(world: World, webhook: WebhookRecord): object {
  return {
    id: webhook.id,
    type: 1,
    guild_id: webhook.guildId,
    channel_id: webhook.channelId,
    name: webhook.name,
    avatar: null,
    token: webhook.token,
    application_id: webhook.creatorId === world.botId ? world.state.application.id : null,
    url: `${world.origin}/api/webhooks/${webhook.id}/${webhook.token}`,
    user: world.user(webhook.creatorId),
  };
}

function announce(world: World, { guildId, channelId }: WebhookRecord): void {
  world.emit('WEBHOOKS_UPDATE', { guild_id: guildId, channel_id: channelId }, guildId);
}
