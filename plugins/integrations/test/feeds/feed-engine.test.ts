import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { entries, entry, FeedScene } from './feed-scene.ts';

let scene: FeedScene;
beforeAll(async () => {
  scene = await FeedScene.start();
});
afterEach((context) => scene.bot.explainFailure(context));
afterAll(() => scene[Symbol.asyncDispose]());

/** A guild that follows a feed of its own. */
async function follow(items = entries(3, 1)) {
  const guild = await scene.guild();
  const site = scene.site();
  scene.serve(site.path, items);
  const feed = await scene.add(guild, site.url);
  const posts = () => scene.posts(guild.channelId);
  return { guild, feed, posts, ...site, ...scene.key(feed, guild) };
}

test('nothing old is posted at first; then what is new, oldest first, once', async () => {
  const { posts, path } = await follow();
  await scene.pass();
  expect(posts()).toEqual([]);

  scene.serve(path, entries(6, 1));
  await scene.pass();
  await scene.pass();

  expect(posts()).toEqual(['Item 4', 'Item 5', 'Item 6']);
});

test('a second guild that follows the same gets nothing old, and the site is asked once for both', async () => {
  const { posts, path, url } = await follow();
  scene.serve(path, entries(4, 1));
  const second = await scene.guild();
  await scene.add(second, url);
  await scene.pass();
  const before = scene.countAsked(path);
  scene.serve(path, entries(5, 1));

  await scene.pass();

  expect(posts()).toEqual(['Item 4', 'Item 5']);
  expect(scene.posts(second.channelId)).toEqual(['Item 5']);
  expect(scene.countAsked(path)).toBe(before + 1);
});

test('changed ids, duplicate ids, another order and edits post nothing again', async () => {
  const { posts, path } = await follow(entries(2, 1));
  const renamed = [entry(3), entry(3), ...entries(2, 1)].map((each) => ({ ...each, id: `new-${each.id}` }));
  scene.serve(path, renamed);
  await scene.pass();
  expect(posts()).toEqual(['Item 3']);

  scene.serve(path, renamed.toReversed());
  await scene.pass();
  scene.serve(path, [entry(3, { title: 'Item 3 edited' }), ...entries(2, 1)]);
  await scene.pass();

  expect(posts()).toEqual(['Item 3']);
});

test('after 24 hours of downtime the gap is posted in order, up to a cap, with one line about the rest', async () => {
  const { posts, path, guild } = await follow();
  await scene.bot.stop();
  scene.serve(path, entries(18, 1));
  await scene.bot.clock.advance('24h');
  await scene.bot.restart();

  await scene.feeds.work();

  expect(posts()).toEqual(Array.from({ length: 10 }, (_, index) => `Item ${index + 9}`));
  const lines = scene.bot.sandbox.messages(guild.channelId).map((message) => JSON.stringify(message));
  expect(lines.filter((line) => line.includes('left out'))).toHaveLength(1);
  expect(lines[0]).toContain('5 older');
});

test('a site that answers with 500 is asked less often, and loses nothing', async () => {
  const { posts, path, guild } = await follow();
  scene.web.page(path, 'Oh no', { status: 500 });
  await scene.pass();
  await scene.pass();
  const [failing] = (await scene.feeds.health(guild.id)).rows;
  expect(failing).toMatchObject({ failures: 2, lastError: 'no-answer', pausedAt: null });

  scene.serve(path, entries(5, 1));
  await scene.pass('1h');

  expect(posts()).toEqual(['Item 4', 'Item 5']);
  expect((await scene.feeds.health(guild.id)).rows[0]).toMatchObject({ failures: 0, lastError: null });
});

test('a site that answers with 429 is left alone as long as it wants', async () => {
  const { posts, path, guild } = await follow();
  scene.web.page(path, '', { status: 429, headers: { 'retry-after': '7200' } });
  await scene.pass();
  scene.serve(path, entries(4, 1));
  const before = scene.countAsked(path);

  await scene.pass('1h50m');
  expect(scene.countAsked(path)).toBe(before);
  expect((await scene.feeds.health(guild.id)).rows[0]).toMatchObject({ lastError: 'busy' });
  await scene.pass('40m');

  expect(posts()).toEqual(['Item 4']);
});

test('what a site says of its freshness is kept to, and what did not change is not sent again', async () => {
  const { path } = await follow();
  scene.web.answers.set(path, ({ headers }) =>
    headers['if-none-match'] === '"v1"'
      ? { status: 304, headers: { 'cache-control': 'max-age=7200' } }
      : { body: '<rss version="2.0"><channel><title>T</title></channel></rss>', headers: { etag: '"v1"' } },
  );
  await scene.pass();
  await scene.pass();
  const before = scene.countAsked(path);
  const last = scene.web.asked.findLast(({ url }) => url.pathname === path);
  expect(last?.headers['if-none-match']).toBe('"v1"');

  await scene.pass('1h');

  expect(scene.countAsked(path)).toBe(before);
});

test('a feed that moved for good is read at its new address, and posts nothing twice', async () => {
  const { posts, path, guild, number } = await follow();
  const next = scene.site();
  scene.web.page(path, '', { status: 301, headers: { location: next.url } });
  scene.serve(next.path, entries(4, 1));
  await scene.pass();
  scene.web.page(path, '', { status: 500 });
  scene.serve(next.path, entries(5, 1));

  await scene.pass();

  expect(posts()).toEqual(['Item 4', 'Item 5']);
  expect(await scene.feeds.get({ guildId: guild.id, number })).toMatchObject({ pausedAt: null });
});

test('a feed that moved to an address that is followed already becomes one with it', async () => {
  const { posts, path, guild } = await follow();
  const next = scene.site();
  scene.serve(next.path, entries(3, 1));
  const other = await scene.guild();
  await scene.add(other, next.url);
  const art = guild.sandbox.addChannel({ name: 'art' }).id;
  await scene.add(guild, next.url, { channelId: art });
  scene.web.page(path, '', { status: 308, headers: { location: next.url } });
  await scene.pass();
  scene.serve(next.path, entries(4, 1));
  const before = scene.countAsked(path);

  await scene.pass();

  expect(posts()).toEqual(['Item 4']);
  expect(scene.posts(art)).toEqual(['Item 4']);
  expect(scene.posts(other.channelId)).toEqual(['Item 4']);
  expect(scene.countAsked(path)).toBe(before);
});

test('when a feed becomes one with another, whoever follows either gets what is new to them, once', async () => {
  const { posts, path } = await follow();
  const next = scene.site();
  scene.serve(next.path, entries(3, 1));
  const other = await scene.guild();
  await scene.add(other, next.url);
  const due = (followed: string, when: string) =>
    sql`update integrations.feed_targets set next_poll_at = ${when}::timestamptz where key like ${`%${followed}`}`.execute(
      scene.db,
    );
  await due(next.path, 'infinity');
  scene.serve(path, entries(4, 1));
  await scene.pass();
  // The one had the fourth, the other the fifth, and the sixth is new to both.
  await due(path, 'infinity');
  await due(next.path, '-infinity');
  scene.serve(next.path, [entries(5, 5)[0]!, ...entries(3, 1)]);
  await scene.pass();
  scene.web.page(path, '', { status: 301, headers: { location: next.url } });
  scene.serve(next.path, entries(6, 1));
  await due(next.path, 'infinity');
  await due(path, '-infinity');

  await scene.pass();
  await due(next.path, '-infinity');
  await scene.pass();

  expect(posts()).toEqual(['Item 4', 'Item 5', 'Item 6']);
  // In the order in which they came up there.
  expect(scene.posts(other.channelId)).toEqual(['Item 5', 'Item 4', 'Item 6']);
});

test('whoever adds an old address of a feed takes nothing from those who follow it', async () => {
  const { posts, path, url } = await follow();
  const old = scene.site();
  scene.web.page(old.path, '', { status: 301, headers: { location: url } });
  scene.serve(path, entries(4, 1));
  const guild = await scene.guild();

  await scene.add(guild, old.url);
  await scene.pass();

  expect(posts()).toEqual(['Item 4']);
  expect(scene.posts(guild.channelId)).toEqual([]);
});

test('when an item is deleted, the older one that comes up at the end is not posted', async () => {
  const { posts, path } = await follow();
  scene.serve(path, entries(13, 4));
  await scene.pass();
  scene.serve(path, [...entries(13, 6), ...entries(4, 2)]);

  await scene.pass();

  expect(posts()).not.toContain('Item 2');
});

test.each([
  ['is gone (410)', { status: 410 }, 'gone', 3],
  ['is not there (404)', { status: 404 }, 'gone', 5],
  ['became a web page', { body: '<!doctype html><html><body>Buy this domain</body></html>' }, 'failing', 8],
] as const)(
  'a feed that %s is paused after some tries, with one notice, and goes on when resumed',
  async (_, answer, reason, tries) => {
    const { posts, path, url, guild, number } = await follow();
    await scene.add(guild, url, { channelId: guild.sandbox.addChannel({ name: 'twice' }).id });
    scene.web.answers.set(path, () => answer);
    for (let tried = 1; tried < tries; tried += 1) await scene.pass('12h');
    expect(await scene.feeds.get({ guildId: guild.id, number })).toMatchObject({ pausedAt: null });
    await scene.pass('12h');
    await scene.pass('12h');

    expect(await scene.feeds.get({ guildId: guild.id, number })).toMatchObject({ pauseReason: reason });
    const said = scene.bot.sandbox.messages(guild.channelId);
    expect(said).toHaveLength(1);
    expect(JSON.stringify(said[0])).toContain('/feed resume');
    scene.serve(path, entries(4, 1));
    await scene.feeds.resume({ guildId: guild.id, number, userId: guild.owner.id });
    await scene.feeds.work();
    expect(posts().slice(1)).toEqual(['Item 4']);
  },
);

test('what is paused by hand waits, and comes in order when it is resumed', async () => {
  const { posts, path, ...key } = await follow();
  await scene.feeds.pause(key);
  scene.serve(path, entries(5, 1));
  await scene.pass('3h');
  expect(posts()).toEqual([]);

  await scene.feeds.resume(key);
  await scene.feeds.work();

  expect(posts()).toEqual(['Item 4', 'Item 5']);
  await expect(scene.feeds.resume(key)).rejects.toMatchObject({ identifier: 'integrations.not-paused' });
});

test('what is removed is not read, and comes back under its number with nothing old', async () => {
  const { posts, path, url, guild, ...key } = await follow();
  await scene.feeds.remove({ ...key, guildId: guild.id });
  const before = scene.countAsked(path);
  scene.serve(path, entries(6, 1));
  await scene.pass('3h');
  expect(scene.countAsked(path)).toBe(before);

  const restored = await scene.feeds.restore({ ...key, guildId: guild.id });
  scene.serve(path, entries(7, 1));
  await scene.pass();

  expect(restored.number).toBe(key.number);
  expect(posts()).toEqual(['Item 7']);
  await expect(scene.add(guild, url)).rejects.toMatchObject({ identifier: 'integrations.twice' });
});

test('where the plugin is off, nothing is read and nothing posted', async () => {
  const { posts, path, guild } = await follow();
  await scene.bot.host.enablement.disable(guild.id, ['integrations'], guild.owner.id);
  scene.serve(path, entries(4, 1));
  const before = scene.countAsked(path);

  await scene.pass('3h');

  expect(scene.countAsked(path)).toBe(before);
  expect(posts()).toEqual([]);
});
