import { galleryPlugin } from '@twi/plugin-gallery';
import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { container } from '@sapphire/pieces';
import { ChannelType } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { integrationsPlugin } from '../src/index.ts';
import { picturesOf } from './pictures-of.ts';
import { Web } from './web.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly more?: string;
}

let web: Web;
let bot: TestBot;
let address = 0;
beforeAll(async () => {
  web = await Web.start();
  bot = await startTestBot({
    plugins: [integrationsPlugin, galleryPlugin],
    privatePlaces: [web.place],
    serviceSecrets: { deviantart: '12:a-client-secret' },
    serviceAddresses: { deviantart: web.base, ao3: web.base, twitter: web.base },
  });
});
beforeEach(() => web.reset());
afterEach((context) => bot.explainFailure(context));
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  web.close();
});

const newGuild = (enable: readonly string[] = ['integrations']): Promise<TestGuild> => bot.guild({ enable });

function rss(entries: readonly Entry[], title = 'The *News*'): string {
  const items = entries.map(
    (entry) =>
      `<item><guid isPermaLink="false">${entry.id}</guid><title>${entry.title}</title><link>https://example.org/${entry.id}</link>${entry.more ?? ''}</item>`,
  );
  return `<rss version="2.0"><channel><title>${title}</title><link>https://example.org/</link>${items.join('')}</channel></rss>`;
}

/** A feed at an address that no other test follows. */
function serveFeed(...entries: readonly Entry[]): {
  readonly url: string;
  readonly publish: (entry: Entry) => void;
} {
  address += 1;
  const path = `/feed-${address}.xml`;
  let all = [...entries];
  web.answers.set(path, () => ({ body: rss(all) }));
  const publish = (entry: Entry) => void (all = [entry, ...all]);
  return { url: `${web.base}${path}`, publish };
}

/** Lets a feed be read at once, as somebody of the staff can. */
async function readAgain({ owner }: TestGuild, feed = '1'): Promise<void> {
  await owner.slash('feed pause', { feed });
  await owner.slash('feed resume', { feed });
  await container.integrations.feeds.work();
}

const link = (href: string, title: string) =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;

const ONE = { id: 'one', title: 'One' };

describe('/feed add', () => {
  test('follows a feed, posts what is new as it was written, and mentions whom it is to alone', async () => {
    const guild = await newGuild();
    const channel = guild.sandbox.addChannel({ name: 'news' });
    const role = guild.sandbox.addRole({ name: 'Readers' });
    const { url, publish } = serveFeed(ONE);

    const added = await guild.owner.slash('feed add', {
      source: 'rss',
      target: url,
      channel: channel.id,
      mention: role.id,
    });
    expect(added.text).toContain(String.raw`**The \*News\*** is followed in`);
    expect(added.isEphemeral).toBe(true);

    publish({ id: 'two', title: 'Two @everyone', more: '<description>Hello &lt;@&amp;1&gt;</description>' });
    await readAgain(guild);

    const [post, ...others] = bot.sandbox.messages(channel.id);
    expect(others).toEqual([]);
    expect(JSON.stringify(post?.components)).toContain('https://example.org/two');
    expect(post?.mention_everyone).toBe(false);
    expect(post?.mention_roles).toEqual([role.id]);
  });

  test('lets nobody have mentioned whom they may not mention, nor what the bot may not', async () => {
    const guild = await newGuild();
    const channel = guild.sandbox.addChannel({ name: 'news' });
    const manager = guild.member({ username: 'manager', permissions: ['ManageGuild'] });
    const role = guild.sandbox.addRole({ name: 'Readers' });
    const { url } = serveFeed(ONE);
    const target = { source: 'rss', target: url, channel: channel.id };

    const everyone = await manager.slash('feed add', { ...target, mention: guild.id });
    const readers = await manager.slash('feed add', { ...target, mention: role.id });

    expect(everyone.text).toContain('You may not mention @everyone');
    expect(readers.text).toContain('You may not mention');
    expect((await manager.slash('feed list')).text).toContain('No feed is followed yet');
  });

  test('finds the feed that a page names, and tells them where there are several', async () => {
    const guild = await newGuild();
    const channel = guild.sandbox.addChannel({ name: 'news' });
    const { url } = serveFeed(ONE);
    const add = (path: string) =>
      guild.owner.slash('feed add', { source: 'rss', target: `${web.base}${path}`, channel: channel.id });
    web.page('/blog', `<html><head>${link(url, 'News')}${link('/comments/feed', 'Comments')}</head></html>`);
    web.page('/several', `<html><head>${link(url, 'News')}${link('/b.xml', '*B*')}</head></html>`);
    web.page('/none', '<html><head></head></html>');

    expect((await add('/several')).text).toContain(`- \`${web.base}/b.xml\` \\*B\\*`);
    expect((await add('/none')).text).toContain('names no feed');
    expect((await add('/blog')).text).toContain(`names this feed: ${url}`);
    expect((await add('/blog')).text).toContain('followed there already, as feed #1');
  });

  test.each([
    ['rss', 'not an address', 'Give the address of a feed'],
    ['rss', 'https://x.com/cat', 'Choose `source:twitter`'],
    ['rss', 'https://archiveofourown.org/works/1', 'Choose `source:ao3`'],
    ['rss', 'http://127.0.0.1:1/feed', ''],
    ['twitter', 'a b', 'Give the handle'],
    ['twitter', '@cat', '/integrations credentials'],
    ['ao3', 'https://example.org/works/1', 'Give the address of a work'],
    ['deviantart', 'a b', 'Give the name of an artist'],
  ])('says what is wrong with %s %s', async (source, target, words) => {
    const guild = await newGuild();
    const channel = guild.sandbox.addChannel({ name: 'news' });

    const refused = await guild.owner.slash('feed add', { source, target, channel: channel.id });

    expect(refused.text).toContain(words);
    expect(refused.text).not.toContain('is followed');
  });

  test.each([
    [{ include: ', ,' }, '`include` must be words'],
    [{ exclude: 'x'.repeat(60) }, '`exclude` must be words'],
    [{ gallery: true }, 'which is off in this server'],
  ])('refuses %o', async (choices, words) => {
    const guild = await newGuild();
    const channel = guild.sandbox.addChannel({ name: 'news' });
    const { url } = serveFeed(ONE);

    const refused = await guild.owner.slash('feed add', {
      source: 'rss',
      target: url,
      channel: channel.id,
      ...choices,
    });

    expect(refused.text).toContain(words);
  });
});

describe('a feed', () => {
  test('posts what its filters let through, hides it as a spoiler, and hands it to the gallery', async () => {
    const guild = await newGuild(['integrations', 'gallery']);
    const channel = guild.sandbox.addChannel({ name: 'news' });
    const { url, publish } = serveFeed(ONE);
    await guild.owner.slash('feed add', {
      source: 'rss',
      target: url,
      channel: channel.id,
      include: 'chapter',
      exclude: 'delayed',
      spoiler: true,
      gallery: true,
    });
    publish({
      id: 'two',
      title: 'Chapter 2',
      more: '<description>Secret</description><category>Cats</category>',
    });
    publish({ id: 'three', title: 'Chapter 3 is delayed' });
    publish({ id: 'four', title: 'A note' });

    await readAgain(guild);

    const posts = bot.sandbox.messages(channel.id);
    expect(posts).toHaveLength(1);
    expect(JSON.stringify(posts)).toContain('||Secret||');
    const item = await guild.owner.slash('gallery view', { id: 1 });
    expect(item.text).toContain('Chapter 2');
    expect(item.text).toContain('cats');
  });

  test('leaves out in a channel for everybody what is for adults, and the staff can see that it does', async () => {
    const guild = await newGuild();
    const open = guild.sandbox.addChannel({ name: 'open' });
    const adults = guild.sandbox.addChannel({ name: 'adults', nsfw: true });
    const { url, publish } = serveFeed(ONE);
    const rated =
      '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://example.org/p.png" medium="image"><media:rating>adult</media:rating></media:content>';
    for (const channel of [open, adults])
      await guild.owner.slash('feed add', { source: 'rss', target: url, channel: channel.id });
    publish({ id: 'two', title: 'Secret', more: rated });
    await readAgain(guild);

    const hidden = await guild.owner.in(open).slash('feed test', { feed: '1' });
    const shown = await guild.owner.in(adults).slash('feed test', { feed: '1' });

    expect(bot.sandbox.messages(open.id).filter(({ author }) => author.bot)).toEqual([]);
    expect(JSON.stringify(bot.sandbox.messages(adults.id))).toContain('Secret');
    expect(hidden.text).toContain('Use this command in an age-restricted channel');
    expect(hidden.text).not.toContain('Secret');
    expect(shown.text).toContain('Secret');
    expect(shown.text).toContain('left out in');
    expect(picturesOf(shown)).toEqual(['https://example.org/p.png']);
  });

  test('posts each item as a post of its own in a forum, with the tags that fit', async () => {
    const guild = await newGuild();
    const forum = guild.sandbox.addChannel({ name: 'forum', type: ChannelType.GuildForum });
    const manager = await container.client.guilds.cache.get(guild.id)?.channels.fetch(forum.id);
    if (manager?.type !== ChannelType.GuildForum) throw new Error('There is no forum.');
    await manager.setAvailableTags([{ name: 'Cats' }, { name: 'Dogs' }]);
    const { url, publish } = serveFeed(ONE);
    await guild.owner.slash('feed add', { source: 'rss', target: url, channel: forum.id });
    const long = `Two ${'x'.repeat(200)}`;
    publish({ id: 'two', title: long, more: '<category>cats</category>' });

    await readAgain(guild);

    const [thread, ...others] = guild.sandbox.threads;
    expect(others).toEqual([]);
    expect(thread?.name).toHaveLength(100);
    const [cats] = manager.availableTags.filter(({ name }) => name === 'Cats');
    const post = await container.client.channels.fetch(thread?.id ?? '');
    expect(post?.isThread() && post.appliedTags).toEqual([cats?.id]);
  });

  test('is listed, paused, resumed, removed and brought back under its number', async () => {
    const guild = await newGuild();
    const channel = guild.sandbox.addChannel({ name: 'news' });
    const { url } = serveFeed(ONE);
    await guild.owner.slash('feed add', { source: 'rss', target: url, channel: channel.id, include: 'cats' });

    const list = await guild.owner.slash('feed list');
    expect(list.text).toContain(
      String.raw`#1 **[The \*News\*](<https://example.org/>)** · RSS → <#${channel.id}>`,
    );
    expect(list.text).toContain('only with cats');
    const choices = await guild.owner.autocomplete('feed pause', { feed: 'news' }, 'feed');
    expect(choices).toEqual([{ name: '#1 The *News* → #news', value: '1' }]);

    expect((await guild.owner.slash('feed pause', { feed: '1' })).text).toContain('is paused.');
    expect((await guild.owner.slash('feed health')).text).toContain('paused by the staff');
    expect((await guild.owner.slash('undo')).text).toContain('goes on');
    expect((await guild.owner.slash('redo')).text).toContain('is paused');
    expect((await guild.owner.slash('feed resume', { feed: '#1' })).text).toContain('goes on');
    expect((await guild.owner.slash('feed health')).text).toContain('✅ #1');

    expect((await guild.owner.slash('feed remove', { feed: '1' })).text).toContain('is removed');
    expect((await guild.owner.slash('feed list')).text).toContain('No feed is followed yet');
    expect((await guild.owner.slash('undo')).text).toContain('is back');
    expect((await guild.owner.slash('feed list')).text).toContain('#1');
    expect((await guild.owner.slash('feed pause', { feed: 'nonsense' })).text).toContain('no such feed');
  });

  test('says in plain words how it does when its site does not answer', async () => {
    const guild = await newGuild();
    const channel = guild.sandbox.addChannel({ name: 'news' });
    const { url } = serveFeed(ONE);
    await guild.owner.slash('feed add', { source: 'rss', target: url, channel: channel.id });
    web.page(new URL(url).pathname, 'Oops', { status: 404 });

    await readAgain(guild);

    expect((await guild.owner.slash('feed health')).text).toContain('⚠️ #1');
    expect((await guild.owner.slash('feed health')).text).toContain('there is nothing at its address');
  });

  test('turns pages of lists, also after a restart', async () => {
    const guild = await newGuild();
    const channel = guild.sandbox.addChannel({ name: 'news' });
    for (let count = 0; count < 12; count += 1)
      await guild.owner.slash('feed add', { source: 'rss', target: serveFeed(ONE).url, channel: channel.id });

    const list = await guild.owner.slash('feed list');
    const health = await guild.owner.slash('feed health');
    await bot.restart();

    expect(list.text).not.toContain('#12 ');
    expect((await guild.owner.click(list, 'Next')).text).toContain('#12 ');
    expect((await guild.owner.click(health, 'Next')).text).toContain('#12 ');
  });
});

test('whoever may not manage the server is offered nothing of it', async () => {
  const guild = await newGuild();
  const bob = guild.member({ username: 'bob' });
  await expect(bob.slash('feed list')).rejects.toThrow(/feed/);
});

describe('/feed edit', () => {
  test('changes what is named alone, takes away what is cleared, and can be undone', async () => {
    const guild = await newGuild();
    const news = guild.sandbox.addChannel({ name: 'news' }).id;
    const art = guild.sandbox.addChannel({ name: 'art' }).id;
    const role = guild.sandbox.addRole({ name: 'Readers' });
    const { url, publish } = serveFeed(ONE);
    await guild.owner.slash('feed add', {
      source: 'rss',
      target: url,
      channel: news,
      mention: role.id,
      include: 'tea',
    });

    const edited = await guild.owner.slash('feed edit', {
      feed: '1',
      channel: art,
      exclude: 'goblins',
      spoiler: true,
      clear: 'include',
    });
    publish({ id: 'two', title: 'Two' });
    publish({ id: 'three', title: 'Goblins' });
    await readAgain(guild);

    expect(edited.text).toContain('is changed');
    expect(edited.text).toContain('not with goblins');
    expect(edited.text).not.toContain('only with');
    expect(bot.sandbox.messages(news)).toEqual([]);
    const posts = bot.sandbox.messages(art);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.mention_roles).toEqual([role.id]);
    const same = await guild.owner.slash('feed edit', { feed: '1', spoiler: true });
    expect(same.text).toContain('like this already');

    const { feeds } = container.integrations;
    const now = await feeds.get({ guildId: guild.id, number: 1 });
    expect(now).toMatchObject({
      channelId: art,
      options: { include: [], exclude: ['goblins'], isSpoiler: true },
    });
  });

  test('is undone and done again, unless somebody changed the feed since', async () => {
    const guild = await newGuild();
    const channel = guild.sandbox.addChannel({ name: 'news' }).id;
    await guild.owner.slash('feed add', { source: 'rss', target: serveFeed(ONE).url, channel });
    await guild.owner.slash('feed edit', { feed: '1', include: 'tea' });
    const included = async () => {
      const { options } = await container.integrations.feeds.get({ guildId: guild.id, number: 1 });
      return options.include;
    };

    expect((await guild.owner.slash('undo')).text).toContain('changed back');
    expect(await included()).toEqual([]);
    expect((await guild.owner.slash('redo')).text).toContain('changed back');
    expect(await included()).toEqual(['tea']);

    await container.integrations.feeds.edit(
      { guildId: guild.id, number: 1, userId: guild.owner.id },
      {
        channelId: channel,
        mentionRoleId: null,
        options: { include: [], exclude: [], isSpoiler: true, isForGallery: false },
      },
    );
    const { feeds } = container.integrations;
    const content = {
      channelId: channel,
      mentionRoleId: null,
      options: { include: ['tea'], exclude: [], isSpoiler: false, isForGallery: false },
    };
    await expect(
      feeds.edit(
        { guildId: guild.id, number: 1, userId: guild.owner.id },
        { ...content, options: { ...content.options, include: [] } },
        content,
      ),
    ).rejects.toMatchObject({ identifier: 'integrations.changed-since' });
  });

  test('lets nobody have mentioned elsewhere whom they may not mention there, nor post one thing twice', async () => {
    const guild = await newGuild();
    const news = guild.sandbox.addChannel({ name: 'news' }).id;
    const art = guild.sandbox.addChannel({ name: 'art' }).id;
    const manager = guild.member({ username: 'editor', permissions: ['ManageGuild'] });
    const { url } = serveFeed(ONE);
    await guild.owner.slash('feed add', { source: 'rss', target: url, channel: news, mention: guild.id });
    await guild.owner.slash('feed add', { source: 'rss', target: url, channel: art });

    expect((await manager.slash('feed edit', { feed: '1', channel: art })).text).toContain('may not mention');
    expect((await guild.owner.slash('feed edit', { feed: '1', channel: art })).text).toContain(
      'already, as feed #2',
    );
    expect((await guild.owner.slash('feed edit', { feed: '9', spoiler: true })).text).toContain(
      'no such feed',
    );
  });
});
