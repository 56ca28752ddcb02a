import { LinkifyIt } from 'linkify-it';
import type { SourceFile, SourcePost } from './source-post.ts';

/** Something to look at, listen to or read that a post shows. */
export interface Picture {
  readonly url: string;
  readonly isSpoiler: boolean;
  readonly alt?: string | undefined;
  /** The attachment that it is, where it is one. */
  readonly file?: SourceFile | undefined;
}

/** No message has more attachments (Resources › Message). */
const MOST_PICTURES = 10;
const LONGEST_URL = 2_000;
const PICTURE_NAME = /\.(?:png|jpe?g|gif|webp|avif)$/i;

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false });

/** Tells whether an attachment is a picture: by what Discord says of it, else by its name. */
export function isPicture({ contentType, name }: Pick<SourceFile, 'contentType' | 'name'>): boolean {
  return contentType === undefined ? PICTURE_NAME.test(name) : contentType.startsWith('image/');
}

/**
 * The pictures of a post, best first: of embeds, attached, in media galleries, linked. The small picture in the corner of an embed is often
 * somebody's avatar, so it counts only where there is nothing else.
 */
export function findPictures({ embeds, files, media, content }: SourcePost): Picture[] {
  const attached = files
    .filter((file) => isPicture(file) && isWebAddress(file.url))
    .map((file): Picture => ({ url: file.url, isSpoiler: file.isSpoiler, alt: file.alt, file }));
  const found = [
    ...embeds.flatMap(({ imageUrl }) => shown(imageUrl)),
    ...attached,
    ...media.flatMap(({ url, isSpoiler, alt }) => (isWebAddress(url) ? [{ url, isSpoiler, alt }] : [])),
    ...linksIn(content).filter(({ url }) => isPictureAddress(url)),
  ];
  const pictures = found.length > 0 ? found : embeds.flatMap(({ thumbnailUrl }) => shown(thumbnailUrl));
  return [...new Map(pictures.toReversed().map((picture) => [sameness(picture.url), picture])).values()]
    .toReversed()
    .slice(0, MOST_PICTURES);
}

/** The web addresses that a text holds, in order. */
function linksIn(text: string): Picture[] {
  // To linkify-it, a bar is part of a word.
  return (linkify.match(text.replaceAll('|', ' ')) ?? []).flatMap(({ url, index }) => {
    // What stands after bars that no other bars closed is hidden.
    const isSpoiler = text.slice(0, index).split('||').length % 2 === 0;
    return isWebAddress(url) ? [{ url, isSpoiler }] : [];
  });
}

function shown(url: string | undefined): Picture[] {
  return url !== undefined && isWebAddress(url) ? [{ url, isSpoiler: false }] : [];
}

function isWebAddress(url: string): boolean {
  return url.length <= LONGEST_URL && /^https?:\/\//i.test(url) && URL.canParse(url);
}

function isPictureAddress(url: string): boolean {
  return PICTURE_NAME.test(new URL(url).pathname);
}

/** The same for two addresses of one file: what follows the path of Discord's is a signature that expires. */
function sameness(url: string): string {
  const { host, pathname, href } = new URL(url);
  return /(?:^|\.)discordapp\.(?:com|net)$/.test(host) ? pathname : href;
}
