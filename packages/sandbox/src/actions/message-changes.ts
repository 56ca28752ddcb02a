import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIMessage, RESTAPIPoll, RESTPatchAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { bitFlags } from '../state/bit-flags.ts';
import type { ChannelRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import type { MessageRecord } from '../state/message.ts';
import { canSee, permissionsIn } from '../state/standing.ts';
import type { World } from '../state/world.ts';
import { storeFiles } from './attachments.ts';
import type { AttachmentEntry, ReceivedFile } from './attachments.ts';
import { makePoll } from './make-poll.ts';
import { findMentions } from './mentions.ts';
import { refuseBadEdit } from './message-edit-rules.ts';
import { mentioningText, normaliseComponents, normaliseEmbeds } from './message-content.ts';
import { announceMessage } from './messages.ts';

/** Changes what a message says; only what the body names changes. */
export function editMessage(
  world: World,
  options: {
    channel: ChannelRecord;
    record: MessageRecord;
    body: RESTPatchAPIChannelMessageJSONBody;
    files?: readonly ReceivedFile[];
    /** Whether this is what a deferred answer waited for, which nobody sees as an edit. */
    isFirstContent?: boolean;
  },
): MessageRecord {
  const { channel, record, body, files = [], isFirstContent = false } = options;
  const entries = body.attachments as readonly AttachmentEntry[] | null | undefined;
  refuseBadEdit(record, body, files);
  if (entries !== undefined) keepOnly(world, record, entries ?? []);
  record.attachmentIds.push(...storeFiles(world, channel.id, files, entries ?? []));
  // Only what a deferred answer waited for can bring a poll.
  const asked = isFirstContent && 'poll' in body ? (body as { poll?: RESTAPIPoll }).poll : undefined;
  const poll = asked && makePoll(asked);
  record.message = {
    ...record.message,
    ...(changesText(record.message, body) && newContent(world, options)),
    ...(body.embeds !== undefined && { embeds: normaliseEmbeds(body.embeds) }),
    ...(body.components !== undefined && { components: normaliseComponents(body.components) }),
    ...(typeof body.flags === 'number' && { flags: mergeFlags(record.message, body.flags) }),
    ...(poll && { poll: poll.wire }),
    edited_timestamp: isFirstContent ? null : new Date().toISOString(),
  };
  if (poll) {
    record.poll = poll.record;
    world.openPolls.add(record);
  }
  announceMessage(world, 'MESSAGE_UPDATE', channel, record);
  return record;
}

/** Deletes messages of a channel and announces it; ids that are gone already are skipped. */
export function deleteMessages(world: World, channel: ChannelRecord, ids: readonly string[]): void {
  const messages = world.state.messages.get(channel.id);
  const records = ids.flatMap((id) => messages?.get(id) ?? []);
  for (const record of records) {
    messages?.delete(record.message.id);
    for (const attachmentId of record.attachmentIds) world.state.attachments.delete(attachmentId);
    if (channel.thread) channel.thread.messageCount -= 1;
  }
  const announced = records.filter((record) => record.ephemeralFor === undefined);
  if (announced.length === 0 || !canSee(world, channel, world.botId)) return;
  const place = {
    channel_id: channel.id,
    ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
  };
  const goneIds = announced.map((record) => record.message.id);
  if (ids.length === 1) world.emit('MESSAGE_DELETE', { id: goneIds[0], ...place }, channel.guildId);
  else world.emit('MESSAGE_DELETE_BULK', { ids: goneIds, ...place }, channel.guildId);
}

/** Pins or unpins a message. */
export function setPinned(
  world: World,
  channel: ChannelRecord,
  record: MessageRecord,
  isPinned: boolean,
): void {
  if (record.message.pinned === isPinned) return;
  record.message = { ...record.message, pinned: isPinned };
  const now = new Date().toISOString();
  if (isPinned) {
    record.pinnedAt = now;
    channel.lastPinAt = now;
  } else {
    delete record.pinnedAt;
  }
  announceMessage(world, 'MESSAGE_UPDATE', channel, record);
  world.emit(
    'CHANNEL_PINS_UPDATE',
    {
      channel_id: channel.id,
      last_pin_timestamp: channel.lastPinAt ?? null,
      ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
    },
    channel.guildId,
  );
}

/** A layout has its text in its components. */
function changesText(
  { flags: before }: APIMessage,
  { content, components, flags }: RESTPatchAPIChannelMessageJSONBody,
): boolean {
  const isLayout = (((flags ?? 0) | (before ?? 0)) & MessageFlags.IsComponentsV2) !== 0;
  return content !== undefined || (isLayout && components !== undefined);
}

function newContent(
  world: World,
  {
    channel,
    record,
    body,
  }: { channel: ChannelRecord; record: MessageRecord; body: RESTPatchAPIChannelMessageJSONBody },
): Partial<APIMessage> {
  const { message } = record;
  const content = body.content === undefined ? message.content : (body.content ?? '');
  const components = body.components === undefined ? message.components : body.components;
  const permissions = permissionsIn(world, channel, message.author.id);
  const mentions = findMentions(world, {
    channel,
    content: mentioningText({ content, components }),
    allowed: body.allowed_mentions ?? undefined,
    mayMentionEveryone: (permissions & PermissionFlagsBits.MentionEveryone) !== 0n,
    repliedTo: message.referenced_message?.author,
  });
  return {
    content,
    mentions: mentions.users,
    mention_roles: mentions.roleIds,
    mention_everyone: mentions.everyone,
  };
}

/** Removes the attachments that an edit leaves out, and describes the others anew where it does. */
function keepOnly(world: World, record: MessageRecord, entries: readonly AttachmentEntry[]): void {
  const kept = new Set(entries.map((entry) => String(entry.id)));
  for (const { id, description } of entries) {
    const file = world.state.attachments.get(String(id));
    if (file && typeof description === 'string') {
      world.state.attachments.set(file.id, { ...file, description });
    }
  }
  for (const id of record.attachmentIds) if (!kept.has(id)) world.state.attachments.delete(id);
  record.attachmentIds = record.attachmentIds.filter((id) => kept.has(id));
}

/** An edit sets whether embeds are shown and turns a message into one of the new components; other flags stay. */
function mergeFlags(message: APIMessage, flags: number): MessageFlags {
  const kept = (message.flags ?? 0) & ~MessageFlags.SuppressEmbeds;
  return bitFlags(kept | (flags & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2)));
}

/** Deletes what one person wrote in a guild since a moment (Unix milliseconds), as a ban can. */
export function purgeMessages(
  world: World,
  guild: GuildRecord,
  { userId, sinceMs }: { userId: string; sinceMs: number },
): void {
  for (const channelId of guild.channelIds) {
    const channel = world.state.channels.get(channelId);
    const ids = Array.from(world.state.messages.get(channelId)?.values() ?? [])
      .filter(({ message }) => message.author.id === userId && Date.parse(message.timestamp) >= sinceMs)
      .map(({ message }) => message.id);
    if (channel && ids.length > 0) deleteMessages(world, channel, ids);
  }
}
