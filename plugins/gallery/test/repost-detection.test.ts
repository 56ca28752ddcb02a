import { ButtonStyle } from 'discord.js';
import { expect, test } from 'vitest';
import { type Choice, choicesOf } from '../src/reposts/detection/choices.ts';
import { fileKind } from '../src/reposts/detection/file-kind.ts';
import { linkedSite } from '../src/reposts/detection/linked-site.ts';
import { readLinks } from '../src/reposts/detection/read-links.ts';
import type { RepostSource, SourceFile } from '../src/reposts/detection/repost-source.ts';
import { fingerprintsOf } from '../src/reposts/files/fingerprint.ts';
import { RepostSlots } from '../src/reposts/files/repost-slots.ts';
import { uploadLimit } from '../src/reposts/files/upload-limit.ts';
import { linkButtons } from '../src/reposts/posting/link-buttons.ts';
import { postContent } from '../src/reposts/posting/post-content.ts';
import { suggestTitle } from '../src/reposts/suggest-title.ts';
import { picture } from './repost-scene.ts';

function file(name: string, more: Partial<SourceFile> = {}): SourceFile {
  return {
    url: `https://cdn.discordapp.com/attachments/1/2/${name}`,
    name,
    kind: fileKind(name),
    contentType: null,
    size: 100,
    width: null,
    height: null,
    isSpoiler: false,
    altText: null,
    ...more,
  };
}

function source(parts: Partial<RepostSource> = {}): RepostSource {
  return {
    channelId: '1',
    messageId: '2',
    url: 'https://discord.com/channels/9/1/2',
    author: { id: '3', name: 'carol', avatarUrl: '', isAutomatic: false },
    text: '',
    files: [],
    links: [],
    isNsfw: false,
    ...parts,
  };
}

test.each([
  ['https://archiveofourown.org/works/1', 'ao3'],
  ['https://www.archiveofourown.org/works/1', 'ao3'],
  ['https://x.com/artist/status/1', 'x'],
  ['https://mobile.twitter.com/artist/status/1', 'x'],
  ['https://fxtwitter.com/artist/status/1', 'x'],
  ['https://www.deviantart.com/artist/art/cat-1', 'deviantart'],
  ['https://artist.deviantart.com/art/cat-1', 'deviantart'],
  ['https://cdn.discordapp.com/attachments/1/2/a.pdf', 'discord-file'],
  ['https://media.discordapp.net/attachments/1/2/a.png', 'discord-file'],
  ['https://i.example.org/cat.webp?size=large', 'image'],
  ['https://example.org/about', 'other'],
  ['https://notx.com/a', 'other'],
  ['https://archiveofourown.org.evil.example/works/1', 'other'],
])('%s is told to be %s', (address, site) => {
  expect(linkedSite(new URL(address))).toBe(site);
});

test.each([
  ['cat.PNG', null, 'image'],
  ['cat', 'image/png', 'image'],
  ['cat.png', 'application/pdf', 'file'],
  ['song.opus', 'application/octet-stream', 'audio'],
  ['clip.mov', undefined, 'video'],
  ['notes', null, 'file'],
] as const)('the kind of %s of type %s is %s', (name, contentType, kind) => {
  expect(fileKind(name, contentType)).toBe(kind);
});

test('links to files are files, and vanish from the text; links to pages stay', () => {
  const read = readLinks('See <https://i.example.org/a.png> and\nhttps://archiveofourown.org/works/1!', {
    previews: [{ url: 'https://archiveofourown.org/works/1', title: 'A Story', pictureUrl: null }],
  });

  expect(read.files.map(({ name }) => name)).toEqual(['a.png']);
  expect(read.links).toEqual([
    { url: 'https://archiveofourown.org/works/1', site: 'ao3', title: 'A Story', previewUrl: null },
  ]);
  expect(read.text).toBe('See  and\nhttps://archiveofourown.org/works/1!');
});

test('a link behind spoiler marks stays hidden, and one beside them does not', () => {
  const read = readLinks('||https://e.org/a.png|| https://e.org/b.png ||https://e.org/%E0%A4.png||', {
    previews: [],
  });

  expect(read.files.map(({ name, isSpoiler }) => [name, isSpoiler])).toEqual([
    ['a.png', true],
    ['b.png', false],
    ['%E0%A4.png', true],
  ]);
  expect(read.text).toBe('');
});

test('the same link twice is one, and no other scheme is any', () => {
  const read = readLinks('https://e.org/a https://e.org/a ftp://e.org/b javascript:alert(1)', {
    previews: [],
  });

  expect(read.links.map(({ url }) => url)).toEqual(['https://e.org/a']);
});

test('of many files and links, a menu still holds the text', () => {
  const files = Array.from({ length: 14 }, (_, index) => file(`${index}.png`));
  const links = Array.from({ length: 25 }, (_, index) => ({
    url: `https://e.org/${index}`,
    site: 'other' as const,
    title: 'x'.repeat(300),
    previewUrl: null,
  }));

  const choices = choicesOf(source({ files, links, text: 'words' }));

  expect(choices).toHaveLength(25);
  expect(choices[0]).toMatchObject({ id: 'all', label: 'All files (10)' });
  expect(choices[0]?.description).toContain('without 4 that do not fit into one message');
  expect(choices.at(-1)?.id).toBe('text');
  expect(Math.max(...choices.map(({ description }) => description?.length ?? 0))).toBe(100);
});

test('a message of links alone has no text of its own', () => {
  const url = 'https://e.org/a';
  const links = [{ url, site: 'other' as const, title: null, previewUrl: null }];

  expect(choicesOf(source({ text: url, links })).map(({ id }) => id)).toEqual(['link-0']);
  expect(choicesOf(source())).toEqual([]);
});

const link = {
  url: 'https://archiveofourown.org/works/1',
  site: 'ao3' as const,
  title: null,
  previewUrl: null,
};

function choice(more: Partial<Choice> = {}): Choice {
  return { id: 'all', label: '', description: null, kinds: ['image'], files: [], link: null, ...more };
}

test.each([
  [source({ text: '## **My** cat <@123>\nMore' }), choice(), 'My cat'],
  [source(), choice({ files: [file('SPOILER_sleepy_cat.png')] }), 'sleepy cat'],
  [source(), choice({ files: [file('IMG_2041.png')] }), 'Work by carol'],
  [source(), choice({ link }), 'Work on AO3'],
  [source({ text: 'x'.repeat(200) }), choice(), `${'x'.repeat(99)}…`],
])('a title is suggested: %#', (from, of, title) => {
  expect(suggestTitle(from, of)).toBe(title);
});

test('link buttons keep to rows of five, labels of 45 characters and addresses of 512', () => {
  const creatorLinks = Array.from({ length: 8 }, (_, index) => ({
    title: `${index} ${'a'.repeat(80)}`,
    url: index === 0 ? `https://e.org/${'b'.repeat(600)}` : `https://e.org/${index}`,
    platform: 'Website',
    username: undefined,
    nsfw: false,
    featured: false,
    verified: false,
  }));

  const rows = linkButtons({ originalUrl: 'https://discord.com/channels/1/2/3', link, creatorLinks });

  const buttons = rows.map((row) => row.toJSON().components);
  expect(buttons.map((row) => row.length)).toEqual([2, 5]);
  expect(buttons.flat().every(({ style }) => style === ButtonStyle.Link)).toBe(true);
  expect(
    Math.max(...buttons.flat().map((button) => ('label' in button ? (button.label?.length ?? 0) : 0))),
  ).toBe(45);
});

test('the largest post keeps within an embed, and no name is markdown', () => {
  const form = {
    title: '*'.repeat(100),
    description: 'd'.repeat(4_000),
    tags: Array.from({ length: 10 }, (_, index) => `${index}${'t'.repeat(29)}`),
    isNsfw: false,
    creator: '_'.repeat(100),
  };
  const uncopied = Array.from({ length: 10 }, (_, index) => file(`${index}${'_'.repeat(250)}.mp4`));

  const { embeds } = postContent({ source: source(), choice: choice(), form, creatorLinks: [], uncopied });

  const [embed] = embeds.map((builder) => builder.toJSON());
  const texts = [
    embed?.title,
    embed?.description,
    ...(embed?.fields ?? []).flatMap((field) => Object.values(field)),
  ];
  expect(texts.join('').length).toBeLessThanOrEqual(6_000);
  expect(embed?.title?.startsWith(String.raw`\*\*`)).toBe(true);
});

test('files have the limits of their server', () => {
  expect([0, 1, 2, 3].map((premiumTier) => uploadLimit({ premiumTier }) / 1_048_576)).toEqual([
    10, 10, 50, 100,
  ]);
});

test('the same picture in another size looks alike, and what is no picture is known by its bytes', async () => {
  const bytes = Buffer.from(await picture(1));
  const other = Buffer.from(await picture(2));
  const prints = await fingerprintsOf([
    { file: file('a.png'), bytes },
    { file: file('b.png'), bytes: other },
    { file: file('broken.png'), bytes: Buffer.from('no picture') },
    { file: file('large.mp4'), bytes: null },
  ]);

  expect(prints[0]?.perceptualHash).toMatch(/^[01]{64}$/);
  expect(prints[0]?.sha256).not.toBe(prints[1]?.sha256);
  expect(prints[2]).toMatchObject({ perceptualHash: null });
  expect(prints[3]).toBeNull();
});

test('two reposts hold files at once; a third waits for its turn', async () => {
  const slots = new RepostSlots();
  const gates = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const begun: number[] = [];

  const runs = gates.map(({ promise }, index) =>
    slots.run(async () => {
      begun.push(index);
      await promise;
    }),
  );
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  gates[1]?.resolve();
  await runs[1];
  await Promise.resolve();

  expect(begun).toEqual([0, 1, 2]);
  for (const { resolve } of gates) resolve();
  await Promise.all(runs);
});
