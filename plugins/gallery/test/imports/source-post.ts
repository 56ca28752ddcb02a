import type { SourceFile, SourcePost } from '../../src/imports/extraction/source-post.ts';

export const AUTHOR = { id: '300000000000000001', name: 'erin', isBot: false };
export const BOT = { id: '300000000000000002', name: 'Gallery Bot', isBot: true };

/** A post in `#general` that says nothing, changed as a test needs it. */
export function post(
  values: Partial<Omit<SourcePost, 'place'>> & { readonly place?: Partial<SourcePost['place']> } = {},
): SourcePost {
  const { place, ...rest } = values;
  return {
    id: '300000000000000010',
    guildId: '300000000000000011',
    channelId: '300000000000000012',
    author: AUTHOR,
    isOwnAnswer: false,
    content: '',
    embeds: [],
    files: [],
    media: [],
    ...rest,
    place: { name: 'general', isNsfw: false, forumTags: [], ...place },
  };
}

/** An attached file, a picture by default. */
export function file(name = 'picture.png', values: Partial<SourceFile> = {}): SourceFile {
  const id = String(300_000_000_000_000_100n + BigInt(name.length));
  return {
    id,
    name,
    url: `https://cdn.discordapp.com/attachments/300000000000000012/${id}/${name}?ex=1&is=2&hm=3`,
    size: 1_000,
    isSpoiler: false,
    ...values,
  };
}
