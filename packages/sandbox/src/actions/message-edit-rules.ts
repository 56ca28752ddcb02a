import type { RESTPatchAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { DiscordError, invalidFormBody } from '../rules/discord-error.ts';
import type { MessageRecord } from '../state/message.ts';
import type { AttachmentEntry, ReceivedFile } from './attachments.ts';

/** Ids below this name files of the same request, not attachments. */
const SMALLEST_SNOWFLAKE = 2 ** 22;
const SAYING = ['content', 'embeds', 'components', 'attachments'] as const;

/**
 * Refuses an edit that Discord would refuse for what the message is.
 *
 * @throws DiscordError 520003 for a poll, 50035 for an attachment the message does not have, 50006 for one that leaves nothing
 */
export function refuseBadEdit(
  record: MessageRecord,
  body: RESTPatchAPIChannelMessageJSONBody,
  files: readonly ReceivedFile[],
): void {
  const says = SAYING.some((name) => body[name] !== undefined);
  if (record.poll && says) throw new DiscordError(400, 520_003, 'Cannot edit a poll message');
  const entries = body.attachments as readonly AttachmentEntry[] | null | undefined;
  for (const [index, { id }] of (entries ?? []).entries()) {
    if (Number(id) < SMALLEST_SNOWFLAKE || record.attachmentIds.includes(String(id))) continue;
    throw invalidFormBody([
      {
        path: ['attachments', index, 'id'],
        code: 'ATTACHMENT_NOT_FOUND',
        message: `The message has no attachment ${id}.`,
      },
    ]);
  }
  if (says && files.length === 0 && isEmptyAfter(record, body, entries)) {
    throw new DiscordError(400, 50_006, 'Cannot send an empty message');
  }
}

function isEmptyAfter(
  { message, attachmentIds }: MessageRecord,
  body: RESTPatchAPIChannelMessageJSONBody,
  entries: readonly AttachmentEntry[] | null | undefined,
): boolean {
  const content = body.content === undefined ? message.content : (body.content ?? '');
  const kept = entries === undefined ? attachmentIds : (entries ?? []);
  const { embeds = message.embeds, components = message.components } = body;
  const lists = [embeds, components, message.sticker_items, message.message_snapshots, kept];
  return content.trim() === '' && lists.every((list) => (list ?? []).length === 0);
}
