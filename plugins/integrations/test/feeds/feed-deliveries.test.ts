import { ChannelFlags, ChannelType, type ForumChannel, Routes, type TextChannel } from 'discord.js';
import { container } from '@sapphire/pieces';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { entries, FeedScene } from './feed-scene.ts';

const MESSAGES = '/channels/{channel_id}/messages';
const THREADS = '/channels/{channel_id}/threads';

let scene: FeedScene;
beforeAll(async () => {
  scene = await FeedScene.start();
});
afterEach((context) => {
  scene.bot.fault.clear();
  scene.bot.explainFailure(context);
});
afterAll(() => scene[Symbol.asyncDispose]());

/** A guild that follows a feed of its own. */
async function follow(
  where: (guild: Awaited<ReturnType<FeedScene['guild']>>) => string | Promise<string> = (guild) =>
    guild.channelId,
) {
  const guild = await scene.guild();
  const site = scene.site();
  scene.serve(site.path, entries(2, 1));
  const channelId = await where(guild);
  const feed = await scene.add(guild, site.url, { channelId });
  const posts = () => scene.posts(channelId);
  return { guild, feed, posts, channelId, ...site, ...scene.key(feed, guild) };
}

async function textChannel(id: string): Promise<TextChannel> {
  return (await container.client.channels.fetch(id)) as TextChannel; // -- the test made it
}

test('when Discord is in trouble, posts come later, each once and in order', async () => {
  const { posts, path } = await follow();
  scene.serve(path, entries(5, 1));
  scene.bot.fault.failNext({ method: 'POST', template: MESSAGES, status: 500, times: 4 });
  await scene.pass();
  expect(posts()).toEqual([]);

  await scene.pass('1m');

  expect(posts()).toEqual(['Item 3', 'Item 4', 'Item 5']);
});

test('a post whose answer was lost is not sent again', async () => {
  const { posts, path } = await follow();
  scene.serve(path, entries(4, 1));
  scene.bot.fault.failNext({ method: 'POST', template: MESSAGES, status: 500, times: 4, afterwards: true });
  await scene.pass();
  expect(posts()).toEqual(['Item 3']);

  // Longer than Discord remembers a nonce.
  await scene.pass('1h');

  expect(posts()).toEqual(['Item 3', 'Item 4']);
});

test('in a forum each item is a post of its own, once, whatever became of the answer', async () => {
  let forumId = '';
  const { path } = await follow((guild) => {
    forumId = guild.sandbox.addChannel({ name: 'news', type: ChannelType.GuildForum }).id;
    return forumId;
  });
  const names = async () => {
    const { threads } = await (await textChannel(forumId)).threads.fetchActive();
    return [...threads.values()]
      .filter(({ parentId }) => parentId === forumId)
      .map(({ name }) => name)
      .toSorted();
  };
  scene.serve(path, entries(3, 1));
  scene.bot.fault.failNext({ method: 'POST', template: THREADS, status: 500, afterwards: true });
  await scene.pass();
  expect(await names()).toEqual(['Item 3']);
  scene.serve(path, entries(4, 1));

  await scene.pass('1h');

  expect(await names()).toEqual(['Item 3', 'Item 4']);
});

test('a forum that takes no post without a tag gets its first one where none fits', async () => {
  let forumId = '';
  const { path } = await follow(async (guild) => {
    const channels = (await container.client.guilds.fetch(guild.id)).channels;
    const forum = await channels.create({
      name: 'tagged',
      type: ChannelType.GuildForum,
      availableTags: [{ name: 'Staff', moderated: true }, { name: 'News' }, { name: 'Art' }],
    });
    await container.client.rest.patch(Routes.channel(forum.id), { body: { flags: ChannelFlags.RequireTag } });
    forumId = forum.id;
    return forumId;
  });
  scene.serve(path, entries(3, 1));

  await scene.pass();

  const forum = (await container.client.channels.fetch(forumId, { force: true })) as ForumChannel; // -- the test made it
  const { threads } = await forum.threads.fetchActive();
  const post = threads.find(({ name }) => name === 'Item 3');
  const news = forum.availableTags.find(({ name }) => name === 'News');
  expect(post?.appliedTags).toEqual([news?.id]);
});

test('a delivery that fails for ever is given up, and the next one follows', async () => {
  const { posts, path, feed } = await follow();
  scene.serve(path, entries(4, 1));
  scene.bot.fault.failNext({ method: 'POST', template: MESSAGES, status: 500, times: 4 });
  await scene.pass();
  const { db } = scene.bot.database.handle;
  await sql`update integrations.feed_deliveries set attempts = 40 where feed_id = ${feed.id} and state = 'sending'`.execute(
    db,
  );
  scene.bot.fault.failNext({ method: 'POST', template: MESSAGES, status: 500, times: 4 });

  await scene.pass('1h');

  expect(posts()).toEqual(['Item 4']);
});

test('a thread that was archived is opened again', async () => {
  const { path, posts, channelId } = await follow(async (guild) => {
    const thread = await (await textChannel(guild.channelId)).threads.create({ name: 'news' });
    await thread.setArchived(true);
    return thread.id;
  });
  scene.serve(path, entries(3, 1));

  await scene.pass();

  expect(posts()).toContain('Item 3');
  const thread = await container.client.channels.fetch(channelId, { force: true });
  expect(thread).toMatchObject({ archived: false });
});

test('a channel that is deleted pauses its feeds, with one notice to the owner', async () => {
  const { path, guild, channelId, number, url } = await follow(
    (each) => each.sandbox.addChannel({ name: 'art' }).id,
  );
  const second = scene.site();
  scene.serve(second.path, entries(2, 1));
  await scene.add(guild, second.url, { channelId });
  await (await textChannel(channelId)).delete();
  await vi.waitFor(async () =>
    expect(await scene.feeds.get({ guildId: guild.id, number })).toMatchObject({
      pauseReason: 'channel-gone',
    }),
  );
  scene.serve(path, entries(3, 1));

  await scene.pass();
  await scene.pass('1h');

  const notices = guild.owner.directMessages.map((message) => JSON.stringify(message));
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain('#1');
  expect(notices[0]).toContain('#2');
  // Where it is wanted now, it can be added again.
  await expect(scene.add(guild, url)).resolves.toMatchObject({ number: 3 });
});

test('without permission a feed is paused with one notice, and goes on where it stopped', async () => {
  const { path, guild, channelId, posts, number, ...key } = await follow(
    (each) => each.sandbox.addChannel({ name: 'art' }).id,
  );
  await (
    await textChannel(channelId)
  ).permissionOverwrites.edit(scene.bot.sandbox.bot.id, { SendMessages: false });
  scene.serve(path, entries(4, 1));
  await scene.pass();
  await scene.pass();

  expect(await scene.feeds.get({ guildId: guild.id, number })).toMatchObject({
    pauseReason: 'no-permission',
  });
  expect(guild.owner.directMessages).toHaveLength(1);
  await expect(scene.feeds.resume({ ...key, number })).rejects.toMatchObject({
    identifier: 'integrations.channel',
  });
  await (await textChannel(channelId)).permissionOverwrites.delete(scene.bot.sandbox.bot.id);
  await scene.feeds.resume({ ...key, number });
  await scene.feeds.work();
  expect(posts()).toEqual(['Item 3', 'Item 4']);
  expect(guild.owner.directMessages).toHaveLength(1);
});

test('what a process that died was posting is found, and what it had not begun is posted', async () => {
  const { path, posts, feed } = await follow();
  scene.serve(path, entries(3, 1));
  await scene.pass();
  expect(posts()).toEqual(['Item 3']);
  // As if the process had died before it heard from Discord, an hour ago.
  await sql`
    update integrations.feed_deliveries set state = 'sending', message_id = null, settled_at = null
    where feed_id = ${feed.id}`.execute(scene.db);
  await sql`update integrations.feeds set leased_until = now() + interval '1 minute' where id = ${feed.id}`.execute(
    scene.db,
  );
  scene.serve(path, entries(5, 1));
  await scene.bot.restart();
  await scene.pass('1h');

  expect(posts()).toEqual(['Item 3', 'Item 4', 'Item 5']);
});

test('while Discord takes nothing, no more than the cap is kept, and the rest is counted', async () => {
  const { path, posts, guild } = await follow();
  scene.serve(path, entries(8, 1));
  scene.bot.fault.failNext({ method: 'POST', template: MESSAGES, status: 500, times: 8 });
  await scene.pass();
  scene.serve(path, entries(20, 1));
  await scene.pass('1h');
  await scene.pass('1h');

  expect(posts().at(-1)).toBe('Item 20');
  expect(new Set(posts()).size).toBe(posts().length);
  expect(posts().length).toBeLessThanOrEqual(11);
  const said = scene.bot.sandbox
    .messages(guild.channelId)
    .filter((message) => JSON.stringify(message).includes('left out'));
  expect(said).toHaveLength(1);
});

test('two processes that do everything at once post each item once', async () => {
  const { path, posts } = await follow();
  scene.serve(path, entries(9, 1));
  await scene.bot.clock.advance('20m');
  const { Feeds } = await import('../../src/feeds/feeds.ts');
  const { pluginContext } = await import('../plugin-context.ts');
  const { FeedClient } = await import('../../src/feeds/feed-client.ts');
  const context = pluginContext();
  const others = [1, 2].map(() => new Feeds(context, new FeedClient(context.http)));

  await Promise.all([scene.feeds.work(), ...others.map((feeds) => feeds.work())]);
  await scene.feeds.work();

  expect(posts()).toEqual(Array.from({ length: 7 }, (_, index) => `Item ${index + 3}`));
});

test('private addresses are refused, also behind a redirect, and what is too large or no feed is, too', async () => {
  const guild = await scene.guild();
  const refusals: Record<string, unknown> = {};
  const attempt = async (name: string, target: string) => {
    refusals[name] = await scene
      .add(guild, target)
      .catch((error: unknown) => (error as Error).constructor.name);
  };
  const [inner, large, broken] = [scene.site(), scene.site(), scene.site()];
  scene.web.page(inner.path, '', { status: 302, headers: { location: 'http://169.254.169.254/feed.test' } });
  scene.web.page(large.path, 'x'.repeat(5_000_000));
  scene.web.page(broken.path, '<?xml version="1.0"?><rss version="2.0"><channel><item><title>Broken');

  await attempt('redirect', inner.url);
  await attempt('too large', large.url);
  await attempt('malformed', broken.url);
  await attempt('no address', 'javascript:alert(1)');

  expect(refusals).toMatchObject({
    redirect: 'AddressRefusedError',
    'too large': 'UpstreamError',
    'no address': 'UserError',
  });
  expect((await scene.feeds.list(guild.id)).rows.length).toBeLessThanOrEqual(1);
});
