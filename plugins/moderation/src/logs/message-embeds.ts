import { clip } from '@twi/sdk';
import {
  type APIEmbed,
  type Attachment,
  channelMention,
  Colors,
  messageLink,
  type Snowflake,
  userMention,
} from 'discord.js';

/** So that two of them and what is around fit into a description. */
const LONGEST_TEXT = 1_800;
const MOST_LINES = 20;
const LONGEST_LINE = 180;

/** Where and by whom something was written. */
export interface WrittenPlace {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
  /** Unknown for what was written before the bot came. */
  readonly authorId: Snowflake | undefined;
}

function heading({ authorId, channelId }: WrittenPlace): string {
  return `${authorId === undefined ? 'Somebody' : userMention(authorId)} in ${channelMention(channelId)}`;
}

function linkTo({ guildId, channelId, messageId }: WrittenPlace): string {
  return `[Message](${messageLink(channelId, messageId, guildId)})`;
}

function quoted(text: string | undefined): string {
  if (text === undefined) return '*The text is not remembered.*';
  return clip(text, LONGEST_TEXT) || '*No text.*';
}

/** An edited message; a text that is not remembered is `undefined`. */
export function editEmbed(
  place: WrittenPlace,
  texts: { before?: string | undefined; after?: string | undefined },
): APIEmbed {
  return {
    title: 'Message edited',
    color: Colors.Yellow,
    description: `${heading(place)}: ${linkTo(place)}\n**Before**\n${quoted(texts.before)}\n**After**\n${quoted(texts.after)}`,
  };
}

/** A deleted message; a text that is not remembered is `undefined`. */
export function deletionEmbed(place: WrittenPlace, text: string | undefined): APIEmbed {
  return {
    title: 'Message deleted',
    color: Colors.Red,
    description: `${heading(place)}\n${quoted(text)}`,
    footer: { text: `Message ${place.messageId}` },
  };
}

/** Many messages that were deleted at once, oldest first, by author and text as far as they are remembered. */
export function bulkDeletionEmbed(
  channelId: Snowflake,
  messages: readonly { readonly authorId?: Snowflake | undefined; readonly text?: string | undefined }[],
): APIEmbed {
  const known = messages.filter(({ text }) => text !== undefined);
  const lines = known
    .slice(0, MOST_LINES)
    .map(({ authorId, text = '' }) =>
      clip(`${authorId ? userMention(authorId) : 'Somebody'}: ${text.replaceAll(/\s+/g, ' ')}`, LONGEST_LINE),
    );
  const rest = messages.length - lines.length;
  const tail = rest > 0 ? [`…and ${rest} more.`] : [];
  return {
    title: `${messages.length} messages deleted at once`,
    color: Colors.DarkRed,
    description: [`In ${channelMention(channelId)}`, ...lines, ...tail].join('\n'),
  };
}

/** Files that somebody attached; only where they are is kept, never what they hold. */
export function attachmentsEmbed(place: WrittenPlace, attachments: readonly Attachment[]): APIEmbed {
  const lines = attachments.map(
    ({ name, size, url }) => `[${clip(name, 80)}](${url}), ${size.toLocaleString('en')} bytes`,
  );
  return {
    title: 'Files attached',
    color: Colors.Blue,
    description: clip(`${heading(place)}: ${linkTo(place)}\n${lines.join('\n')}`, LONGEST_TEXT),
  };
}

/** Links that somebody wrote. */
export function linksEmbed(place: WrittenPlace, links: readonly string[]): APIEmbed {
  return {
    title: 'Links written',
    color: Colors.Blue,
    description: clip(`${heading(place)}: ${linkTo(place)}\n${links.join('\n')}`, LONGEST_TEXT),
  };
}

/** What a member wrote to the bot. */
export function directMessageEmbed(authorId: Snowflake, content: string, files: number): APIEmbed {
  return {
    title: 'Message to the bot',
    color: Colors.Purple,
    description: `${userMention(authorId)}\n${quoted(content)}${files > 0 ? `\n${files} attached` : ''}`,
  };
}
