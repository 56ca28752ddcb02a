import { clip, escaped } from '@twi/sdk';
import { bold, type InteractionReplyOptions, MessageFlags } from 'discord.js';
import type { LibraryRow } from '../database/library-repository.ts';

/** With every character escaped it still fits before the longest text: a message has 2,000 characters. */
const LONGEST_TITLE = 95;

/** An entry of the library, as everybody in the channel sees it. It pings nobody, whatever was written into it. */
export function entryReply({ title, content, showsPreview }: LibraryRow): InteractionReplyOptions {
  return {
    content: `${bold(escaped(clip(title, LONGEST_TITLE)))}\n${content}`,
    allowedMentions: { parse: [] },
    ...(!showsPreview && { flags: MessageFlags.SuppressEmbeds }),
  };
}
