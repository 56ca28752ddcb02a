import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/imports/extraction/extract.ts';
import { isCandidate } from '../../src/imports/extraction/is-candidate.ts';
import { plainText } from '../../src/imports/extraction/plain-text.ts';
import type { SourcePost } from '../../src/imports/extraction/source-post.ts';
import { AUTHOR, BOT, file, post } from './source-post.ts';

const ARTIST = '300000000000000050';
const OTHER = '300000000000000051';
const embed = (values: object) => ({ fields: [], ...values });

describe('titles', () => {
  test.each<[string, SourcePost, string | undefined]>([
    [
      'of the first embed',
      post({ embeds: [embed({ title: 'Erin at the inn' })], content: 'Look' }),
      'Erin at the inn',
    ],
    [
      'of a later embed, if the first has none',
      post({ embeds: [embed({}), embed({ title: 'Two' })] }),
      'Two',
    ],
    ['of a forum post', post({ place: { threadTitle: 'Sunset' }, content: 'I painted this' }), 'Sunset'],
    ['first line', post({ content: 'Ryoka running\nShe is fast.' }), 'Ryoka running'],
    ['first line that says something', post({ content: '\n  \n<@300000000000000050>\nPawn' }), 'Pawn'],
    ['line after the credit', post({ content: 'Artist: Pirate\nThe Horns' }), 'The Horns'],
    ['heading', post({ content: '## **The _Antinium_**' }), 'The Antinium'],
    ['quote', post({ content: '> Kevin' }), 'Kevin'],
    ['masked link', post({ content: '[Mrsha](https://example.org/mrsha) sleeping' }), 'Mrsha sleeping'],
    ['text without its link', post({ content: 'New one: https://example.org/a.png' }), 'New one'],
    ['text without emojis of servers', post({ content: '<:erin:300000000000000060> Tea time' }), 'Tea time'],
    ['text without mentions', post({ content: 'For <@300000000000000050>, with love' }), 'For , with love'],
    ['name with underscores', post({ content: 'my_best_work' }), 'my_best_work'],
    ['other alphabet', post({ content: 'エリン・ソルスティス' }), 'エリン・ソルスティス'],
    ['nothing in a post without words', post({ files: [file()] }), undefined],
    ['nothing in a lone link', post({ content: '<https://example.org/a.png>' }), undefined],
    ['nothing hidden', post({ content: '||Erin dies||' }), undefined],
  ])('%s', (_, source, title) => {
    expect(extract(source).title).toBe(title);
  });

  test('a first line that is too long is cut and doubted', () => {
    const { title, doubts } = extract(post({ content: 'word '.repeat(50), files: [file()] }));

    expect(title).toHaveLength(100);
    expect(doubts).toEqual(['The first line is too long for a title and was cut.']);
  });
});

describe('creators', () => {
  test.each<[string, SourcePost, object]>([
    ['mention after the marker', post({ content: `Created by: <@${ARTIST}>` }), { id: ARTIST }],
    ['mention with a nickname', post({ content: `Artist: <@!${ARTIST}>` }), { id: ARTIST }],
    ['mention after a bold marker', post({ content: `**Creator:** <@${ARTIST}>` }), { id: ARTIST }],
    ['mention on the line below', post({ content: `Creator:\n<@${ARTIST}>` }), { id: ARTIST }],
    [
      'mention in a field',
      post({ embeds: [embed({ fields: [{ name: 'Artist', value: `<@${ARTIST}>` }] })] }),
      { id: ARTIST },
    ],
    [
      'mention in a description',
      post({ embeds: [embed({ description: `Nice\nBy: <@${ARTIST}>` })] }),
      { id: ARTIST },
    ],
    [
      'field before description before text',
      post({
        content: `By: <@${AUTHOR.id}>`,
        embeds: [embed({ description: `By: <@${OTHER}>`, fields: [{ name: 'By:', value: `<@${ARTIST}>` }] })],
      }),
      { id: ARTIST },
    ],
    [
      'mention in the text before a name in a field',
      post({
        content: `By: <@${ARTIST}>`,
        embeds: [embed({ fields: [{ name: 'Artist', value: 'ArtsyNada' }] })],
      }),
      { id: ARTIST },
    ],
    [
      'name after the marker',
      post({ content: 'Artist: **ArtsyNada** https://example.org' }),
      { name: 'ArtsyNada' },
    ],
    ['name of a masked link', post({ content: 'By: [Pkay](https://example.org/pkay)' }), { name: 'Pkay' }],
    ['oneself', post({ content: 'Artist: me' }), { id: AUTHOR.id, name: 'erin' }],
    [
      'author, where there is no marker',
      post({ content: `For <@${ARTIST}>` }),
      { id: AUTHOR.id, name: 'erin' },
    ],
    ['author, where the marker is part of a word', post({ content: 'On standby: no' }), { id: AUTHOR.id }],
    ['author, where the marker says nothing', post({ content: 'Artist:' }), { id: AUTHOR.id }],
  ])('%s', (_, source, creator) => {
    expect(extract(source).creator).toMatchObject(creator);
  });

  test.each<[string, SourcePost, readonly string[]]>([
    ['an attached file is its author’s', post({ content: 'Tea', files: [file()] }), []],
    [
      'a link may be anybody’s',
      post({ content: 'Tea https://example.org/tea.png' }),
      ['It does not say who made it, and its author may only have linked to it.'],
    ],
    [
      'a bot makes nothing',
      post({ author: BOT, content: 'Tea', files: [file()] }),
      ['A bot posted it, and it does not say who made it.'],
    ],
    [
      'two people cannot both be the creator',
      post({ content: `Tea\nBy: <@${ARTIST}> and <@${OTHER}>`, files: [file()] }),
      ['Several people are named as its creators; the first was taken.'],
    ],
  ])('doubts: %s', (_, source, doubts) => {
    expect(extract(source).doubts).toEqual(doubts);
  });
});

describe('pictures', () => {
  test.each<[string, SourcePost, readonly string[]]>([
    [
      'image of an embed',
      post({
        embeds: [
          embed({ imageUrl: 'https://example.org/1.png', thumbnailUrl: 'https://example.org/avatar.png' }),
        ],
      }),
      ['https://example.org/1.png'],
    ],
    [
      'thumbnail, where there is nothing else',
      post({ embeds: [embed({ thumbnailUrl: 'https://example.org/2.png' })] }),
      ['https://example.org/2.png'],
    ],
    [
      'attachment by its kind',
      post({ files: [file('odd', { contentType: 'image/heic' })] }),
      [file('odd').url],
    ],
    ['attachment by its name', post({ files: [file('a.WEBP'), file('notes.txt')] }), [file('a.WEBP').url]],
    [
      'not what only looks like a picture',
      post({ files: [file('a.png', { contentType: 'application/zip' })] }),
      [],
    ],
    [
      'media gallery',
      post({ media: [{ url: 'https://example.org/3.png', isSpoiler: true }] }),
      ['https://example.org/3.png'],
    ],
    [
      'link',
      post({ content: 'See https://example.org/4.jpeg?width=9 and https://example.org/page' }),
      ['https://example.org/4.jpeg?width=9'],
    ],
    ['link in brackets', post({ content: '<https://example.org/5.gif>' }), ['https://example.org/5.gif']],
    [
      'the same only once',
      post({
        content: 'https://example.org/6.png',
        embeds: [embed({ imageUrl: 'https://example.org/6.png' })],
      }),
      ['https://example.org/6.png'],
    ],
    [
      'no script, no file on a disk',
      post({ content: 'javascript:alert(1) file:///a.png data:image/png;base64,aaaa' }),
      [],
    ],
  ])('%s', (_, source, urls) => {
    expect(extract(source).pictures.map(({ url }) => url)).toEqual(urls);
  });

  test('a link between bars is a spoiler', () => {
    const { pictures } = extract(
      post({ content: 'x ||https://example.org/7.png|| https://example.org/8.png' }),
    );

    expect(pictures).toMatchObject([
      { url: 'https://example.org/7.png', isSpoiler: true },
      { url: 'https://example.org/8.png', isSpoiler: false },
    ]);
  });

  test('one file under two signatures is one picture', () => {
    const attached = file();
    const { pictures } = extract(post({ files: [attached], content: attached.url.replace('ex=1', 'ex=9') }));

    expect(pictures).toHaveLength(1);
    expect(pictures[0]?.file?.id).toBe(attached.id);
  });

  test('what is attached besides is kept', () => {
    expect(
      extract(post({ files: [file('song.mp3', { contentType: 'audio/mpeg' })] })).otherFiles,
    ).toHaveLength(1);
  });
});

test.each<[string, SourcePost, readonly string[]]>([
  ['words', post({ content: 'My cosplay of Erin, with a song' }), ['music', 'cosplay']],
  ['compounds', post({ content: 'Inktober! Some fan art, crocheted' }), ['fanart', 'innktober', 'crafting']],
  ['no parts of words', post({ content: 'An unofficial aircraft' }), []],
  [
    'words of embeds',
    post({ embeds: [embed({ fields: [{ name: 'Tags', value: 'Commission, Tattoo' }] })] }),
    ['tattoo', 'commission'],
  ],
  ['channel', post({ place: { name: 'fan-gallery' } }), ['fanart']],
  ['channel for memes', post({ place: { name: 'inn_memes' } }), ['meme']],
  [
    'forum',
    post({ place: { forumTags: ['Work in Progress', 'Öl & Tusche', '🎨'] } }),
    ['work in progress', 'öl & tusche'],
  ],
])('tags by %s', (_, source, tags) => {
  expect(extract(source).tags).toEqual(tags);
});

test.each<[string, SourcePost, boolean, number]>([
  ['channel', post({ place: { isNsfw: true }, content: 'Tea' }), true, 0],
  ['word', post({ content: 'Tea (NSFW)' }), true, 0],
  ['18+', post({ content: 'Tea, 18+ only' }), true, 0],
  ['word of a forum tag', post({ content: 'Tea', place: { forumTags: ['Mature'] } }), true, 0],
  ['no part of a word', post({ content: 'Adulthood, matured, 118+' }), false, 0],
  ['denial', post({ content: 'Tea, not nsfw' }), false, 1],
  ['spoiler', post({ content: 'Tea', files: [file('SPOILER_a.png', { isSpoiler: true })] }), false, 1],
  ['any other file', post({ content: 'Tea', files: [file()] }), false, 0],
])('rating by %s', (_, source, isNsfw, doubts) => {
  const extraction = extract({ ...source, files: source.files.length > 0 ? source.files : [file()] });

  expect(extraction.isNsfw).toBe(isNsfw);
  expect(extraction.doubts).toHaveLength(doubts);
});

test.each<[string, SourcePost, boolean]>([
  ['a picture', post({ files: [file()] }), true],
  ['a song', post({ files: [file('song.mp3', { contentType: 'audio/mpeg' })] }), true],
  ['a link to a picture', post({ content: 'https://example.org/a.png' }), true],
  ['a post of a forum', post({ place: { threadTitle: 'Poem' }, content: 'Roses are red' }), true],
  ['an embed of a bot', post({ author: BOT, embeds: [embed({ title: 'Poem' })] }), true],
  ['an answer of this bot', post({ isOwnAnswer: true, author: BOT, files: [file()] }), false],
  ['chatter', post({ content: 'How nice!' }), false],
  ['a link to a page', post({ content: 'https://example.org', embeds: [embed({ title: 'A page' })] }), false],
])('%s may be for the gallery: %#', (_, source, is) => {
  expect(isCandidate(source, extract(source))).toBe(is);
});

test('tells where the post is', () => {
  expect(extract(post()).jumpUrl).toBe(
    'https://discord.com/channels/300000000000000011/300000000000000012/300000000000000010',
  );
});

const shortText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.stringMatching(/^[*_~|`#>\\[\]()<@!&:/ .a-z0-9\n-]{0,300}$/),
  fc.constantFrom(
    'Artist:',
    `By: <@${ARTIST}>`,
    '||',
    'https://example.org/a.png',
    'x'.repeat(4_000),
    '||'.repeat(900),
  ),
);
const text = fc.array(shortText, { maxLength: 4 }).map((parts) => parts.join(' '));
const url = fc.oneof(fc.webUrl(), shortText);
const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });
const files = fc.record({
  id: fc.stringMatching(/^\d{17,19}$/),
  name: shortText,
  url,
  contentType: optional(fc.constantFrom('image/png', 'video/mp4', 'text/plain', '')),
  size: fc.nat(),
  isSpoiler: fc.boolean(),
  alt: optional(shortText),
});
const embeds = fc.record({
  title: optional(text),
  description: optional(text),
  url: optional(url),
  imageUrl: optional(url),
  thumbnailUrl: optional(url),
  fields: fc.array(fc.record({ name: text, value: text }), { maxLength: 3 }),
});
const posts: fc.Arbitrary<SourcePost> = fc.record({
  id: fc.constant('300000000000000010'),
  guildId: fc.constant('300000000000000011'),
  channelId: fc.constant('300000000000000012'),
  author: fc.record({ id: fc.constant(AUTHOR.id), name: shortText, isBot: fc.boolean() }),
  isOwnAnswer: fc.boolean(),
  content: text,
  embeds: fc.array(embeds, { maxLength: 3 }),
  files: fc.array(files, { maxLength: 12 }),
  media: fc.array(fc.record({ url, isSpoiler: fc.boolean(), alt: optional(shortText) }), { maxLength: 3 }),
  place: fc.record({
    name: shortText,
    isNsfw: fc.boolean(),
    threadTitle: optional(shortText),
    forumTags: fc.array(shortText, { maxLength: 12 }),
  }),
});

test('takes any message, and keeps the limits of the gallery', () => {
  fc.assert(
    fc.property(posts, (source) => {
      const { title, creator, tags, pictures } = extract(source);
      expect(title === undefined || (title.length >= 1 && title.length <= 100)).toBe(true);
      expect(creator.name === undefined || (creator.name.length >= 1 && creator.name.length <= 100)).toBe(
        true,
      );
      expect(tags.length).toBeLessThanOrEqual(10);
      expect(tags.every((tag) => tag.length >= 1 && tag.length <= 30 && tag === tag.toLowerCase())).toBe(
        true,
      );
      expect(pictures.length).toBeLessThanOrEqual(10);
      expect(pictures.every((picture) => /^https?:/i.test(picture.url) && picture.url.length <= 2_000)).toBe(
        true,
      );
    }),
    { numRuns: 300 },
  );
});

test('is never slow, whatever is repeated', () => {
  const repeated = fc
    .tuple(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
      fc.constantFrom('by: ', '[', '](', '<@', '|| ', '_', '**', 'not ', '>'),
    )
    .map(([left, right]) => `${left}${right}`.repeat(500).slice(0, 4_000));
  fc.assert(
    fc.property(repeated, (content) => {
      const startedAt = performance.now();
      extract(post({ content, embeds: [embed({ description: content })] }));
      // Far above what it takes, far below what an explosion of a pattern takes.
      expect(performance.now() - startedAt).toBeLessThan(1_000);
    }),
    { numRuns: 100 },
  );
});

test('a line of plain text stays as it is', () => {
  expect(plainText('Erin & Ryoka: a tale (part 2)!')).toBe('Erin & Ryoka: a tale (part 2)!');
});
