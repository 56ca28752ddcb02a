import { container } from '@sapphire/pieces';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sharedTurns } from '../../src/services/shared-turns.ts';
import { authorPage, blurb, seriesPage, workPage } from '../ao3-pages.ts';
import { pluginContext } from '../plugin-context.ts';
import { entries, FeedScene } from './feed-scene.ts';

const index = (chapters: readonly number[]) =>
  `<div id="main"><h2 class="heading">Chapter Index for <a href="/works/1">The Inn</a> by <a rel="author" href="/users/cat/pseuds/cat">cat</a></h2>
  <ol class="chapter index group" role="navigation">${chapters.map((number) => `<li><a href="/works/1/chapters/${100 + number}">${number}. ${number === 1 ? 'Chapter 1' : `Course ${number}`}</a> <span class="datetime">(2024-01-0${number})</span></li>`).join('')}</ol></div>`;
const page = (numbers: readonly string[], count: number) =>
  seriesPage(numbers).replace(/<dd class="works">\d+</, `<dd class="works">${count}<`);
const atom = (ids: readonly number[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>AO3 works tagged 'Inn &amp; Co'</title>${ids
    .map(
      (
        id,
      ) => `<entry><id>tag:archiveofourown.org,2005:Work/${id}</id><published>2024-03-0${id}T10:00:00Z</published>
      <link rel="alternate" type="text/html" href="https://archiveofourown.org/works/${id}"/><title>Tale ${id}</title><author><name>cat</name></author>
      <summary type="html">&lt;p&gt;by cat&lt;/p&gt;&lt;p&gt;A short one.&lt;/p&gt;&lt;p&gt;Words: 1,234, Chapters: 1/?, Language: English&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Fandoms: Innkeepers&lt;/li&gt;&lt;li&gt;Rating: Mature&lt;/li&gt;&lt;/ul&gt;</summary></entry>`,
    )
    .join('')}</feed>`;
const post = (id: number) => ({
  id: String(id),
  text: `Post ${id}`,
  author_id: '7',
  created_at: new Date(id * 1_000).toISOString(),
});
const art = (number: number, isMature = false) => ({
  deviationid: `00000000-0000-4000-8000-00000000000${number}`,
  url: `https://www.deviantart.com/cat/art/Art-${number}`,
  title: `Art ${number}`,
  is_mature: isMature,
  author: { username: 'Cat' },
  published_time: String(1_700_000_000 + number),
});

const parts = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => blurb(from + at, `Chunk ${from + at}`));

let scene: FeedScene;
beforeAll(async () => {
  scene = await FeedScene.start();
});
beforeEach(async () => {
  scene.web.reset();
  await scene.freeTurns();
});
afterEach((context) => scene.bot.explainFailure(context));
afterAll(() => scene[Symbol.asyncDispose]());

/** A guild that follows something, and is shown what is for adults. */
async function follow(source: 'ao3' | 'twitter' | 'deviantart', target: string) {
  const guild = await scene.guild();
  const channelId = guild.sandbox.addChannel({ name: 'new', nsfw: true }).id;
  const feed = await scene.add(guild, target, { source, channelId });
  return { guild, feed, channelId, posts: (pattern: RegExp) => scene.posts(channelId, pattern) };
}

describe('AO3', () => {
  test('of a work, each new chapter is posted, in order, and none of the old ones', async () => {
    scene.web.page('/works/1/navigate', index([1, 2]));
    scene.web.page('/works/1', workPage({ chapters: '2/?', rating: 'Explicit' }));
    const { posts, feed } = await follow('ao3', 'https://archiveofourown.org/works/1/chapters/101');
    expect(feed).toMatchObject({ name: 'The Inn', url: 'https://archiveofourown.org/works/1' });
    await scene.pass('2h');
    scene.web.page('/works/1/navigate', index([1, 2, 3, 4]));
    scene.web.page('/works/1', workPage({ chapters: '4/?', rating: 'Explicit' }));

    await scene.pass('2h');
    await scene.pass('2h');

    expect(posts(/Course \d/)).toEqual(['Course 3', 'Course 4']);
  });

  test('of an author, new works are posted, and old ones that get a chapter are not', async () => {
    scene.web.page('/users/cat/works', authorPage('2 Works', [blurb(2, 'Piece 2'), blurb(1, 'Piece 1')]));
    const { posts } = await follow('ao3', 'https://archiveofourown.org/users/Cat');
    scene.web.page(
      '/users/cat/works',
      authorPage('3 Works', [blurb(3, 'Piece 3'), blurb(2, 'Piece 2'), blurb(1, 'Piece 1')]),
    );
    await scene.pass('2h');

    expect(posts(/Piece \d/)).toEqual(['Piece 3']);
    const asked = scene.web.asked.findLast(({ url }) => url.pathname === '/users/cat/works');
    expect(asked?.url.searchParams.get('work_search[sort_column]')).toBe('created_at');
    expect(asked?.headers['user-agent']).toContain('bot');
  });

  test('of a series, works that come on a new last page are posted', async () => {
    const works = Array.from({ length: 21 }, (_, number) => blurb(number + 1, `Part ${number + 1}`));
    scene.web.page('/series/9', page(works.slice(0, 20), 20));
    const { posts } = await follow('ao3', 'archiveofourown.org/series/9');
    scene.web.answers.set('/series/9', ({ url }) => ({
      body: url.searchParams.get('page') === '2' ? page(works.slice(20), 21) : page(works.slice(0, 20), 21),
    }));

    await scene.pass('2h');
    await scene.pass('2h');

    expect(posts(/Part \d+/)).toEqual(['Part 21']);
  });

  test('when works are deleted, older ones that come onto the page are not posted', async () => {
    const list = (...numbers: number[]) =>
      scene.web.page(
        '/users/owl/works',
        authorPage(
          '1 - 20 of 57 Works',
          numbers.map((number) => blurb(number, `Piece ${number}`)),
        ),
      );
    list(5, 4, 3);
    const { posts } = await follow('ao3', 'https://archiveofourown.org/users/owl');
    list(6, 5, 3, 2);

    await scene.pass('2h');

    expect(posts(/Piece \d/)).toEqual(['Piece 6']);
  });

  test('of a series that got shorter by a page, nothing is posted; then what is new', async () => {
    const serve = (count: number) =>
      scene.web.answers.set('/series/8', ({ url }) => {
        const at = Number(url.searchParams.get('page') ?? 1);
        return { body: page(parts(at * 20 - 19, Math.min(at * 20, count)), count) };
      });
    serve(41);
    const { posts } = await follow('ao3', 'https://archiveofourown.org/series/8');
    serve(40);
    await scene.pass('2h');
    serve(42);

    await scene.pass('2h');

    expect(posts(/Chunk \d+/)).toEqual(['Chunk 42']);
  });

  test('a feed of a tag that is followed as a feed keeps its ratings, too', async () => {
    const address = `http://archiveofourown.org:${scene.web.place.split(':')[1]}/tags/88/feed.atom`;
    scene.web.page('/tags/88/feed.atom', atom([1]));
    const guild = await scene.guild();
    const adults = guild.sandbox.addChannel({ name: 'adults', nsfw: true }).id;
    await scene.add(guild, address);
    await scene.add(guild, address, { channelId: adults });
    scene.web.page('/tags/88/feed.atom', atom([2, 1]));

    await scene.pass('1h');

    expect(scene.bot.sandbox.messages(guild.channelId)).toEqual([]);
    expect(scene.posts(adults, /Tale \d/)).toEqual(['Tale 2']);
  });

  test('a tag is read by its feed where it has one, ratings included', async () => {
    scene.web.page(
      '/tags/Inn%20*a*%20Co/works',
      `<div id="main"><a class="rss" href="/tags/77/feed.atom">RSS Feed</a><ol class="work index group">${blurb(1, 'Tale 1')}</ol></div>`,
    );
    scene.web.page('/tags/77/feed.atom', atom([1]));
    const { posts, guild, channelId } = await follow(
      'ao3',
      'https://archiveofourown.org/tags/Inn%20*a*%20Co/works',
    );
    const open = guild.channelId;
    await scene.add(guild, 'https://archiveofourown.org/tags/Inn%20*a*%20Co/works', {
      source: 'ao3',
      channelId: open,
    });
    scene.web.page('/tags/77/feed.atom', atom([2, 1]));

    await scene.pass('1h');

    expect(posts(/Tale \d/)).toEqual(['Tale 2']);
    expect(JSON.stringify(scene.bot.sandbox.messages(channelId))).toContain('Mature');
    // It is for adults, and that channel is for everybody.
    expect(scene.bot.sandbox.messages(open)).toEqual([]);
    expect(scene.countAsked('/tags/Inn%20*a*%20Co/works')).toBe(1);
  });

  test('it is asked 20 times a minute at most, in all processes together', async () => {
    const { db } = pluginContext();
    await sql`delete from integrations.request_turns`.execute(db);
    const rate = { requests: 5, perMs: 20_000 };
    const waits: number[] = [];
    const clients = [sharedTurns(db, { service: 'AO3', rate }), sharedTurns(db, { service: 'AO3', rate })];
    const end = new AbortController();
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: 6 }, async (_, turn) => {
        const [hook] = clients[turn % 2]!.hooks.beforeRequest;
        await hook!({ signal: end.signal });
        waits.push(performance.now() - begun);
      }),
    );

    expect(waits.filter((wait) => wait < 3_000)).toHaveLength(5);
    expect(Math.max(...waits)).toBeGreaterThan(3_500);
  });
});

describe('X', () => {
  const account = { id: '7', name: 'Cat', username: 'cat' };

  test('an account is read from the last post on, and posts come in order', async () => {
    scene.web.json('/2/users/by/username/cat', { data: account });
    scene.web.json('/2/users/7/tweets', { data: [post(2), post(1)], includes: { users: [account] } });
    const { posts, feed } = await follow('twitter', '@Cat');
    expect(feed).toMatchObject({ name: '@cat', url: 'https://x.com/cat' });
    scene.web.answers.set('/2/users/7/tweets', ({ url }) => {
      const since = Number(url.searchParams.get('since_id'));
      const data = [4, 3, 2, 1].filter((id) => id > since).map(post);
      return { body: JSON.stringify({ data, includes: { users: [account] } }) };
    });

    await scene.pass('1h');
    await scene.pass('1h');

    expect(posts(/Post \d/)).toEqual(['Post 3', 'Post 4']);
    expect(scene.countAsked('/2/users/by/username/cat')).toBe(1);
    const last = scene.web.asked.findLast(({ url }) => url.pathname === '/2/users/7/tweets');
    expect(last?.url.searchParams.get('since_id')).toBe('4');
  });

  test('a guild with credentials of its own is read for alone, with them', async () => {
    scene.web.json('/2/users/by/username/owl', { data: { ...account, username: 'owl' } });
    scene.web.json('/2/users/7/tweets', { data: [post(1)], includes: { users: [account] } });
    await follow('twitter', 'owl');
    const guild = await scene.guild();
    await pluginContext().credentials.set({
      guildId: guild.id,
      service: 'twitter',
      secret: 'token-of-the-guild',
      userId: guild.owner.id,
    });

    await scene.add(guild, 'owl', { source: 'twitter' });

    const tokens = new Set(scene.web.asked.map(({ headers }) => headers.authorization));
    expect(tokens).toEqual(new Set(['Bearer token-of-the-bot', 'Bearer token-of-the-guild']));
    const { rows } = await sql`select from integrations.feed_targets where key = 'owl'`.execute(scene.db);
    expect(rows).toHaveLength(2);
  });

  test('an account that is suspended later is told as gone, once', async () => {
    scene.web.json('/2/users/by/username/hen', { data: { ...account, username: 'hen' } });
    scene.web.json('/2/users/7/tweets', { data: [post(1)], includes: { users: [account] } });
    const { guild, feed, channelId } = await follow('twitter', 'hen');
    scene.web.json('/2/users/7/tweets', {
      errors: [
        {
          type: 'https://api.twitter.com/2/problems/resource-not-found',
          detail: 'User has been suspended: [7].',
        },
      ],
    });
    for (let tried = 0; tried < 6; tried += 1) await scene.pass('12h');

    expect(await scene.feeds.get(scene.key(feed, guild))).toMatchObject({ pauseReason: 'gone' });
    expect(scene.bot.sandbox.messages(channelId)).toHaveLength(1);
  });

  test('where the credentials are not taken any more, the feed is paused with a notice that says so', async () => {
    scene.web.json('/2/users/by/username/fox', { data: { ...account, username: 'fox' } });
    scene.web.json('/2/users/7/tweets', { data: [post(1)], includes: { users: [account] } });
    const { guild, feed, channelId } = await follow('twitter', 'fox');
    scene.web.json('/2/users/7/tweets', {}, { status: 401 });
    for (let tried = 0; tried < 4; tried += 1) await scene.pass('12h');

    expect(await scene.feeds.get(scene.key(feed, guild))).toMatchObject({ pauseReason: 'credentials' });
    const said = scene.bot.sandbox.messages(channelId).map((message) => JSON.stringify(message));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('/integrations credentials');
  });
});

describe('DeviantArt', () => {
  test('what is new in a gallery is posted, and what is for adults only where adults are', async () => {
    scene.web.json('/oauth2/token', { access_token: 'token', expires_in: 3_600 });
    scene.web.json('/api/v1/oauth2/gallery/all', { results: [art(1)] });
    const { posts, feed, guild } = await follow('deviantart', 'https://www.deviantart.com/Cat/gallery');
    await scene.add(guild, 'Cat', { source: 'deviantart' });
    expect(feed).toMatchObject({ name: 'Cat', url: 'https://www.deviantart.com/cat' });
    scene.web.json('/api/v1/oauth2/gallery/all', { results: [art(3, true), art(2), art(1)] });

    await scene.pass('1h');

    expect(posts(/Art \d/)).toEqual(['Art 2', 'Art 3']);
    expect(scene.posts(guild.channelId, /Art \d/)).toEqual(['Art 2']);
  });
});

test('what is no target of its source is refused with what is accepted', async () => {
  const guild = await scene.guild();
  const refusal = async (source: 'rss' | 'ao3' | 'twitter' | 'deviantart', target: string) =>
    scene.add(guild, target, { source }).catch((error: unknown) => (error as Error).message);

  expect(await refusal('ao3', 'https://example.org')).toContain('a work, an author, a series or a tag');
  expect(await refusal('twitter', 'not a handle')).toContain('@nasa');
  expect(await refusal('deviantart', '!!')).toContain('an artist');
  expect(await refusal('rss', 'nothing')).toContain('RSS, Atom or JSON');
  expect(container.integrations.feeds.parse(' #12 ')).toBe(12);
  expect(() => container.integrations.feeds.parse('twelve')).toThrow('no such feed');
});

test('what targets have not had for long is forgotten, and still nothing old comes again', async () => {
  const guild = await scene.guild();
  const site = scene.site();
  scene.serve(site.path, entries(3, 1));
  const feed = await scene.add(guild, site.url);
  scene.serve(site.path, entries(4, 3));
  await scene.pass();
  await scene.pass('95d');
  await scene.feeds.prune();
  const { rows } =
    await sql`select from integrations.feed_items where followed_id = ${feed.followedId}`.execute(scene.db);
  expect(rows).toHaveLength(2);

  scene.serve(site.path, entries(5, 1));
  await scene.pass();

  expect(scene.posts(guild.channelId)).toEqual(['Item 4', 'Item 5']);
});

test('a feed that is resumed when what came meanwhile is forgotten goes on with what is there', async () => {
  const guild = await scene.guild();
  const site = scene.site();
  scene.serve(site.path, entries(2, 1));
  const feed = await scene.add(guild, site.url);
  const other = await scene.guild();
  await scene.add(other, site.url);
  await scene.feeds.pause(scene.key(feed, guild));
  scene.serve(site.path, entries(3, 3));
  await scene.pass();
  scene.serve(site.path, []);
  await scene.pass();
  await scene.bot.clock.advance('95d');
  await scene.feeds.prune();
  await scene.feeds.resume(scene.key(feed, guild));
  scene.serve(site.path, entries(4, 4));

  await scene.feeds.work();

  expect(scene.posts(guild.channelId)).toEqual(['Item 4']);
});
