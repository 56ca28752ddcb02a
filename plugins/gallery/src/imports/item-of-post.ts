import { clip } from '@twi/sdk';
import { type Snowflake, SnowflakeUtil } from 'discord.js';
import type { ItemKind } from '../items/item-kind.ts';
import { LONGEST_DESCRIPTION } from '../items/item-content.ts';
import type { NewFile, NewItem } from '../items/new-item.ts';
import type { Extraction } from './extraction/extract.ts';
import { isPicture, type Picture } from './extraction/find-pictures.ts';
import { plainText } from './extraction/plain-text.ts';
import type { SourceFile, SourcePost } from './extraction/source-post.ts';

/** What people can say about a post before it becomes an item. */
export type PostContent = Pick<NewItem, 'creator' | 'creatorId' | 'nsfw' | 'tags' | 'title'>;

/** The limits of the table of files. */
const LONGEST_ALT = 1_024;
/** `https://cdn.discordapp.com/attachments/<channel>/<attachment>/<name>`, as an embed of a bot shows its own files. */
const OWN_FILE =
  /^https:\/\/(?:cdn\.discordapp\.com|media\.discordapp\.net)\/attachments\/\d{17,20}\/(\d{17,20})\/([^/?#]{1,200})/;

/** The item that a post becomes. Its files stay where they are, in the post. */
export function itemOfPost(
  post: SourcePost,
  { pictures, otherFiles, title }: Extraction,
  {
    addedBy,
    ...content
  }: PostContent & { readonly addedBy: Snowflake | undefined; readonly placeId: Snowflake },
): NewItem {
  const files = [
    ...pictures.map((picture) => fileOfPicture(post, picture)),
    ...otherFiles.map((file) => fileOf(post, file)),
  ].filter((file) => file !== undefined);
  const elsewhere = pictures.find((picture) => fileOfPicture(post, picture) === undefined)?.url;
  return {
    guildId: post.guildId,
    kind: kindOf(pictures, otherFiles),
    ...content,
    ...(elsewhere !== undefined && { url: elsewhere }),
    description: descriptionOf(post, title),
    addedBy,
    addedAt: new Date(SnowflakeUtil.timestampFrom(post.id)),
    source: { channelId: post.channelId, messageId: post.id, authorId: post.author.id },
    files,
  };
}

function kindOf(pictures: readonly Picture[], [file]: readonly SourceFile[]): ItemKind {
  if (pictures.length > 0) return 'image';
  if (!file) return 'text';
  const [kind] = (file.contentType ?? '').split('/');
  return kind === 'video' || kind === 'audio' ? kind : 'file';
}

function descriptionOf({ content, embeds }: SourcePost, title: string | undefined): string | null {
  const text = (content.trim() || (embeds[0]?.description ?? '')).trim();
  return text === '' || plainText(text) === title ? null : clip(text, LONGEST_DESCRIPTION);
}

function fileOfPicture(post: SourcePost, picture: Picture): NewFile | undefined {
  if (picture.file) return fileOf(post, picture.file);
  const [, id, name] = OWN_FILE.exec(picture.url) ?? [];
  if (id === undefined || name === undefined) return undefined;
  return fileOf(post, {
    id,
    name,
    url: picture.url,
    size: 0,
    isSpoiler: picture.isSpoiler,
    alt: picture.alt,
  });
}

function fileOf({ channelId, id }: SourcePost, file: SourceFile): NewFile {
  return {
    name: clip(file.name || 'file', 200),
    contentType: file.contentType ?? (isPicture(file) ? 'image/*' : 'application/octet-stream'),
    size: file.size,
    width: file.width,
    height: file.height,
    spoiler: file.isSpoiler,
    alt: file.alt ? clip(file.alt, LONGEST_ALT) : null,
    channelId,
    messageId: id,
    attachmentId: file.id,
    address: file.url,
  };
}
