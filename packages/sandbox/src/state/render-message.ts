import {
  type APIAttachment,
  type APIMessage,
  type APIReaction,
  AttachmentFlags,
} from 'discord-api-types/v10';
import { attachmentUrl } from './attachment-url.ts';
import type { AttachmentRecord } from './attachment.ts';
import type { MessageRecord } from './message.ts';
import { renderPoll } from './render-poll.ts';
import { resolveAttachments } from './resolve-attachments.ts';
import type { World } from './world.ts';

/** With it a name says that the file is to be covered. */
const SPOILER = /^SPOILER_/;

/** Renders a message as `viewerId` receives it; plain messages are passed on without a copy. */
export function renderMessage(
  world: World,
  record: MessageRecord,
  viewerId: string = world.botId,
): APIMessage {
  if (record.attachmentIds.length === 0 && !record.reactions && !record.poll) return record.message;
  const files = record.attachmentIds.flatMap((id) => world.state.attachments.get(id) ?? []);
  const { embeds, components = [] } = record.message;
  const resolved = resolveAttachments(world, files, { embeds, components });
  return {
    ...record.message,
    attachments: files
      .filter((file) => !resolved.shown.has(file))
      .map((file) => renderAttachment(world, file)),
    embeds: resolved.embeds,
    components: resolved.components,
    ...(record.poll &&
      record.message.poll && { poll: renderPoll(record.message.poll, record.poll, viewerId) }),
    ...(record.reactions && { reactions: renderReactions(record.reactions, viewerId) }),
  };
}

/** Renders an attachment with an address that works for a limited time. */
export function renderAttachment(world: World, file: AttachmentRecord): APIAttachment {
  const url = attachmentUrl(world, file);
  return {
    id: file.id,
    filename: file.filename,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(SPOILER.test(file.filename) && { flags: AttachmentFlags.IsSpoiler }),
    ...(file.description !== undefined && { description: file.description }),
    ...imageSize(file),
  };
}

function renderReactions(
  reactions: NonNullable<MessageRecord['reactions']>,
  viewerId: string,
): APIReaction[] {
  return Array.from(reactions.values(), ({ emoji, userIds }) => ({
    emoji,
    count: userIds.size,
    count_details: { burst: 0, normal: userIds.size },
    me: userIds.has(viewerId),
    me_burst: false,
    burst_colors: [],
  }));
}

/** Reads the size of a PNG or GIF from its header; other images go without, as the bot cannot rely on it anyway. */
function imageSize(file: AttachmentRecord): { width: number; height: number } | undefined {
  const { bytes, contentType } = file;
  if (contentType === 'image/png' && bytes.length >= 24) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (contentType === 'image/gif' && bytes.length >= 10) {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  return undefined;
}
