import { AuditLogEvent } from 'discord-api-types/v10';
import type { ChannelRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import { renderChannel } from '../state/render-channel.ts';
import type { World } from '../state/world.ts';
import { writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';
import { deleteInvitesTo } from './invites.ts';
import { emptyVoiceChannel } from './voice.ts';

/** Deletes a channel or thread with its messages. */
export function deleteChannel(world: World, guild: GuildRecord, actor: Actor, channel: ChannelRecord): void {
  const { id, thread } = channel;
  for (const other of world.threadsOf(guild)) if (other.parentId === id) forget(world, guild, other.id);
  emptyVoiceChannel(world, guild, id);
  deleteInvitesTo(world, guild, id);
  const rendered = renderChannel(world, channel);
  forget(world, guild, id);
  if (thread) {
    const { guild_id, parent_id, type } = rendered;
    world.emit('THREAD_DELETE', { id, guild_id, parent_id, type }, guild.id);
  } else {
    world.emit('CHANNEL_DELETE', rendered, guild.id);
  }
  writeAuditLog(world, guild, actor, {
    type: thread ? AuditLogEvent.ThreadDelete : AuditLogEvent.ChannelDelete,
    targetId: id,
    changes: [{ key: 'name', old: channel.name }],
  });
}

function forget(world: World, guild: GuildRecord, channelId: string): void {
  for (const record of world.state.messages.get(channelId)?.values() ?? []) {
    for (const id of record.attachmentIds) world.state.attachments.delete(id);
  }
  for (const webhook of world.state.webhooks.values()) {
    if (webhook.channelId === channelId) world.state.webhooks.delete(webhook.id);
  }
  world.state.messages.delete(channelId);
  world.state.channels.delete(channelId);
  guild.channelIds.delete(channelId);
}
