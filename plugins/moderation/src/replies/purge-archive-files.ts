import { AttachmentBuilder, SnowflakeUtil } from 'discord.js';
import type { PurgedMessage } from '../database/purge-archive-repository.ts';
import type { PurgeArchive } from '../purges/purges.ts';

/** What any server lets a bot attach to a message. */
const MOST_BYTES = 8_000_000;

/** What a purge deleted, as files to read: the messages as one text, then the files that were kept. */
export function purgeArchiveFiles(number: number, { messages, files }: PurgeArchive): AttachmentBuilder[] {
  if (messages.length === 0) return [];
  const text = Buffer.from(messages.map(messageText).join('\n\n'));
  const attached = [new AttachmentBuilder(text, { name: `case-${number}-messages.txt` })];
  let size = text.length;
  for (const { messageId, name, bytes } of files) {
    size += bytes.length;
    if (size > MOST_BYTES) break;
    attached.push(new AttachmentBuilder(bytes, { name: `${messageId}-${name}` }));
  }
  return attached;
}

function messageText({ messageId, authorId, authorName, content, attachments }: PurgedMessage): string {
  const when = new Date(SnowflakeUtil.timestampFrom(messageId)).toISOString();
  const lines = [`[${when}] ${authorName} (${authorId}), message ${messageId}`];
  if (content) lines.push(content);
  lines.push(...attachments.map(({ name, size }) => `Attachment: ${name} (${size} bytes)`));
  return lines.join('\n');
}
