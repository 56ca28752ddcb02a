import { bold, escapeMarkdown, type InteractionReplyOptions, MessageFlags } from 'discord.js';
import type { LibraryRow } from '../database/library-repository.ts';

/** An entry of the library, as everybody in the channel sees it. It pings nobody, whatever was written into it. */
export function entryReply({ title, content, showsPreview }: LibraryRow): InteractionReplyOptions {
  return {
    content: `${bold(escapeMarkdown(title))}\n${content}`,
    allowedMentions: { parse: [] },
    ...(!showsPreview && { flags: MessageFlags.SuppressEmbeds }),
  };
}
