import { AuditLogEvent, MessageFlags, MessageReferenceType, MessageType } from 'discord-api-types/v10';
import { DiscordError } from '../rules/discord-error.ts';
import { bitFlags } from '../state/bit-flags.ts';
import type { ChannelRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import type { MessageRecord } from '../state/message.ts';
import type { WebhookRecord } from '../state/webhook.ts';
import type { World } from '../state/world.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';
import { announceMessage, createMessage } from './messages.ts';
import { announceWebhooks, webhookAuthor } from './webhooks.ts';

/** Lets a channel repeat what is published in an announcement channel. */
export function followChannel(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { source, target }: { source: ChannelRecord; target: ChannelRecord },
): WebhookRecord {
  const sourceGuild = world.guildOf(source);
  const webhook: WebhookRecord = {
    id: world.ids.next(),
    guildId: guild.id,
    channelId: target.id,
    name: `${sourceGuild?.name ?? ''} #${source.name}`,
    token: '',
    creatorId: actor.userId,
    source: { guildId: source.guildId ?? '', channelId: source.id },
  };
  world.state.webhooks.set(webhook.id, webhook);
  announceWebhooks(world, webhook);
  const changes = changesBetween({}, { name: webhook.name, channel_id: target.id });
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.WebhookCreate, targetId: webhook.id, changes });
  createMessage(world, {
    channel: target,
    author: world.user(actor.userId),
    type: MessageType.ChannelFollowAdd,
    body: { content: webhook.name },
    origin: { type: MessageReferenceType.Default, channel_id: source.id, guild_id: source.guildId ?? '' },
  });
  return webhook;
}

/** Publishes a message of an announcement channel to every channel that follows. @throws DiscordError 40033 the second time */
export function publishMessage(world: World, channel: ChannelRecord, record: MessageRecord): void {
  const { message } = record;
  const flags = message.flags ?? 0;
  if ((flags & MessageFlags.Crossposted) !== 0) {
    throw new DiscordError(400, 40_033, 'This message has already been crossposted');
  }
  record.message = { ...message, flags: bitFlags(flags | MessageFlags.Crossposted) };
  announceMessage(world, 'MESSAGE_UPDATE', channel, record);
  for (const webhook of world.state.webhooks.values()) {
    const follower = world.state.channels.get(webhook.channelId);
    if (webhook.source?.channelId !== channel.id || !follower) continue;
    createMessage(world, {
      channel: follower,
      author: webhookAuthor(webhook),
      webhookId: webhook.id,
      body: { content: message.content, flags: MessageFlags.IsCrosspost },
      systemEmbeds: message.embeds,
      origin: {
        type: MessageReferenceType.Default,
        message_id: message.id,
        channel_id: channel.id,
        guild_id: channel.guildId ?? '',
      },
    });
  }
}
