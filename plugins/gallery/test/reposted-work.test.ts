import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { container } from '@sapphire/pieces';
import { creatorLinksPlugin } from '@twi/plugin-creator-links';
import { startTestBot, type TestBot, type TestGuild, type TestMember, textOf } from '@twi/testing';
import { type APIMessage, PermissionFlagsBits } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { galleryPlugin } from '../src/index.ts';
import { addDestination, addForum, bytesOf, picture, preview, repostScene } from './repost-scene.ts';

const SOON = { timeout: 5_000, interval: 20 };

/** Answers whatever it is asked for with a page. */
const pages = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'image/png' }).end('<!doctype html><p>Log in first</p>');
});
let bot: TestBot;
let site: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const { port } = pages.address() as AddressInfo; // -- it listens on TCP
  site = `127.0.0.1:${port}`;
  bot = await startTestBot({ plugins: [galleryPlugin, creatorLinksPlugin], privatePlaces: [site] });
});
afterEach((context) => {
  bot.fault.clear();
  bot.explainFailure(context);
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  pages.close();
});

interface Posted {
  readonly guild: TestGuild;
  readonly alice: TestMember;
  readonly carol: TestMember;
  readonly art: string;
  readonly message: APIMessage;
  /** What alice reads at the end. */
  readonly told: string;
}

/** A picture of carol's that alice has reposted as item #1. */
async function reposted({ isDmOpen = true } = {}): Promise<Posted> {
  const { guild, alice, carol } = await repostScene(bot);
  guild.setDirectMessages(carol, isDmOpen);
  const art = await addDestination(guild, 'art');
  const message = await carol.actor.send('A cat', {
    attachments: [{ filename: 'cat.png', bytes: await picture(11) }],
  });
  const done = await alice.click(await preview(alice, message, { choice: 'all' }), 'Post');
  return { guild, alice, carol, art, message, told: done.text };
}

/** Clicks under the newest direct message of the bot. */
async function clickInDm(member: TestMember, button: string): Promise<string> {
  const notice = member.directMessages.at(-1);
  if (!notice) throw new Error('There is no direct message.');
  const exchange = await member.actor.inDirectMessages().click(notice, button);
  const { followups } = await exchange.settled();
  return [...member.directMessages.slice(-1), ...followups].map(textOf).join('\n');
}

/** Two processes find at once what a crash left. */
async function settleTwice(guild: TestGuild): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from gallery.repost_drafts where guild_id = ${guild.id}`.execute(bot.database.handle.db);
  const { reposts } = container.gallery;
  await Promise.all([
    bot.jobs.run('gallery/settle-reposts'),
    ...rows.map(({ id }) => reposts.settle({ guildId: guild.id, id })),
  ]);
}

function itemOf(guild: TestGuild, number = 1) {
  return container.gallery.items.getDeletedOrLive({ guildId: guild.id, number });
}

test('the author is told, and removes the work with one click, also after a restart', async () => {
  const { guild, carol, art, told } = await reposted();
  await bot.restart();

  const answer = await clickInDm(carol, 'Remove my work');

  expect(told).toContain(`<@${carol.id}> was told, and can have it removed.`);
  expect(answer).toContain('Your work was removed from the gallery');
  expect(bot.sandbox.messages(art)).toHaveLength(0);
  expect((await itemOf(guild)).deletedAt).not.toBeNull();
});

test('what its author removed is brought back by nobody', async () => {
  const { guild, alice, carol } = await reposted();
  await clickInDm(carol, 'Remove my work');

  const key = { guildId: guild.id, number: 1 };
  await expect(container.gallery.changes.restore(key, alice.id)).rejects.toThrow(/had it removed/);
  const undone = await guild.owner.slash('undo');

  expect(undone.text).not.toContain('Restored');
  expect((await itemOf(guild)).deletedAt).not.toBeNull();
});

test('an author who wants no reposts has none, until they allow them again', async () => {
  const { guild, alice, carol, message } = await reposted();

  const stopped = await clickInDm(carol, 'Do not repost my work');
  const refused = await alice.contextMenu('Repost to gallery', message);
  const allowed = await clickInDm(carol, 'Allow reposts');
  const panel = await alice.contextMenu('Repost to gallery', message);

  expect(stopped).toContain('Nothing of yours will be reposted');
  expect(refused.text).toBe(`<@${carol.id}> does not want their work to be reposted.`);
  expect(allowed).toContain('may be reposted in that server again');
  expect(panel.text).toContain('Repost to gallery');
  expect(guild.id).toBe(alice.guildId);
});

test('an author reads answers in their own language', async () => {
  const { guild, alice } = await repostScene(bot);
  await addDestination(guild, 'art');
  const dora = guild.member({ username: 'dora', locale: 'de' });
  await alice.click(await preview(alice, await dora.send('Ein Gedicht')), 'Post');

  const answer = await clickInDm(dora, 'Remove my work');

  expect(answer).toContain('Dein Werk wurde samt Beitrag aus der Galerie entfernt.');
});

test('the moderator learns that direct messages are closed', async () => {
  const { carol, told } = await reposted({ isDmOpen: false });

  expect(told).toContain(`<@${carol.id}> takes no direct messages, so tell them yourself.`);
});

test('nobody is told of their own work, and no bot of its', async () => {
  const { guild, alice } = await repostScene(bot);
  await addDestination(guild, 'art');
  const own = await alice.send('A poem of mine');

  const done = await alice.click(await preview(alice, own), 'Post');

  expect(done.text).not.toContain('told');
  expect(alice.directMessages).toHaveLength(0);
});

test('an undone repost takes its post along, and comes back under its number', async () => {
  const { guild, alice, art } = await reposted();
  const before = bot.sandbox.messages(art)[0];

  const undone = await alice.slash('undo');
  const gone = bot.sandbox.messages(art);
  const redone = await alice.slash('redo');

  expect(undone.text).toContain('Removed item #1 from the gallery, and its post.');
  expect(gone).toHaveLength(0);
  expect(redone.text).toContain(`Posted item #1 again in <#${art}>.`);
  const [after] = bot.sandbox.messages(art);
  if (!before || !after) throw new Error('There is no post.');
  expect(after.embeds[0]?.title).toBe(before.embeds[0]?.title);
  const item = await itemOf(guild);
  expect(item.postedMessageId).toBe(after.id);
  const files = await container.gallery.files.of([item]);
  expect(files.get(1)?.map(({ attachmentId }) => attachmentId)).toEqual(
    after.attachments.map(({ id }) => id),
  );
});

test('a repost whose original is gone is not done again', async () => {
  const { guild, alice, carol, message, art } = await reposted();
  await alice.slash('undo');
  await carol.delete(message);

  const redone = await alice.slash('redo');

  expect(redone.text).toMatch(/cannot be downloaded any more|cannot be posted again/);
  expect(bot.sandbox.messages(art)).toHaveLength(0);
  expect((await itemOf(guild)).deletedAt).not.toBeNull();
});

test('a post says that its original was deleted, unless the server wants it left alone', async () => {
  const { carol, message, art } = await reposted();
  const kept = await reposted();
  await kept.guild.owner.slash('config set', {
    plugin: 'gallery',
    key: 'originalDeleted',
    value: 'keep',
  });

  await carol.delete(message);
  await kept.carol.delete(kept.message);

  await vi.waitFor(() => {
    const [post] = bot.sandbox.messages(art);
    expect(post && textOf(post)).toContain('The original message was deleted.');
    expect(post?.components).toEqual([]);
    expect(post?.attachments).toHaveLength(1);
  }, SOON);
  const [other] = bot.sandbox.messages(kept.art);
  expect(other && textOf(other)).toContain('[Message](');
});

test('an item whose post was deleted by hand stays, and knows', async () => {
  const { guild, alice, art } = await reposted();
  const [post] = bot.sandbox.messages(art);
  if (!post) throw new Error('There is no post.');

  await alice.in({ id: art }).delete(post);

  await vi.waitFor(async () => expect((await itemOf(guild)).postedMessageId).toBeNull(), SOON);
  const shown = await alice.slash('gallery view', { id: '1' });
  expect(shown.text).toContain('A cat');
});

test('what a crash left between post and record is found and recorded, once', async () => {
  const { guild, carol, art } = await reposted();
  const { db } = bot.database.handle;
  await sql`delete from gallery.items where guild_id = ${guild.id}`.execute(db);
  await sql`update gallery.repost_drafts set state = 'posting', claimed_until = now() - interval '1 second', item_number = null, notice = null where guild_id = ${guild.id}`.execute(
    db,
  );
  const before = carol.directMessages.length;

  await settleTwice(guild);

  const [post] = bot.sandbox.messages(art);
  expect(bot.sandbox.messages(art)).toHaveLength(1);
  expect((await itemOf(guild, 2)).postedMessageId).toBe(post?.id);
  expect(carol.directMessages).toHaveLength(before + 1);
  expect(await container.gallery.items.count(guild.id)).toBe(1);
});

test('what a crash left of a repost that is done again is recorded, under its number, once', async () => {
  const { guild, alice, carol, art } = await reposted();
  const { db } = bot.database.handle;
  await alice.slash('undo');
  await alice.slash('redo');
  const told = carol.directMessages.length;
  // As if the process had died between the second post and its record, a month after the first.
  await sql`update gallery.items set deleted_at = now(), posted_message_id = null where guild_id = ${guild.id}`.execute(
    db,
  );
  await sql`update gallery.repost_drafts set state = 'posting', claimed_until = now() - interval '1 second', created_at = now() - interval '29 days' where guild_id = ${guild.id}`.execute(
    db,
  );

  await settleTwice(guild);

  const posts = bot.sandbox.messages(art);
  const item = await itemOf(guild);
  expect(posts).toHaveLength(1);
  expect([item.deletedAt, item.postedMessageId]).toEqual([null, posts[0]?.id]);
  expect(carol.directMessages).toHaveLength(told);
});

test('a repost that is done again by two at once is posted once, and stays removed where it cannot be', async () => {
  const { guild, alice, art } = await reposted();
  const key = { guildId: guild.id, number: 1 };
  const { reposts } = container.gallery;
  const member = await container.client.guilds.cache.get(guild.id)!.members.fetch(alice.id);
  await reposts.reversals.takeBack(key, member);

  const both = await Promise.allSettled([reposts.repeat(key, member), reposts.repeat(key, member)]);

  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(bot.sandbox.messages(art)).toHaveLength(1);
  await reposts.reversals.takeBack(key, member);
  bot.fault.failNext({ method: 'POST', template: '/channels/{channel_id}/messages', status: 403 });
  await expect(reposts.repeat(key, member)).rejects.toThrow(/could not post/);
  expect((await itemOf(guild)).deletedAt).not.toBeNull();
  await reposts.repeat(key, member);
  expect(bot.sandbox.messages(art)).toHaveLength(1);
});

test('what a crash left before the post can be posted afterwards', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art');
  const sees = await preview(alice, await carol.send('A poem'));
  await sql`update gallery.repost_drafts set state = 'posting', claimed_until = now() - interval '1 second' where guild_id = ${guild.id}`.execute(
    bot.database.handle.db,
  );

  await bot.jobs.run('gallery/settle-reposts');
  const done = await alice.click(sees, 'Post');

  expect(done.text).toContain('is item **#1**');
  expect(bot.sandbox.messages(art)).toHaveLength(1);
});

test('a gallery that is switched off while a form is open says so, and nothing is half done', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art');
  const message = await carol.send('A poem');
  const modal = await alice.click(await alice.contextMenu('Repost to gallery', message), 'Continue');
  await bot.host.enablement.disable(guild.id, ['gallery'], guild.owner.id);

  const answer = await alice.submit(modal, { rating: 'everybody' });

  expect(answer.isEphemeral).toBe(true);
  expect(answer.text).toMatch(/off/i);
  expect(bot.sandbox.messages(art)).toHaveLength(0);
  expect(await container.gallery.items.count(guild.id)).toBe(0);
});

test('a plugin that is unloaded while a form is open says so, and the form goes on when it is back', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art');
  const panel = await alice.contextMenu('Repost to gallery', await carol.send('A poem'));
  const modal = await alice.click(panel, 'Continue');
  await bot.host.plugins.unload('gallery');

  const answer = await alice.submit(modal, { rating: 'everybody' });
  await bot.host.plugins.load('gallery');

  expect(answer.isEphemeral).toBe(true);
  expect(answer.text).toContain('is not running at present');
  expect(bot.sandbox.messages(art)).toHaveLength(0);
  const again = await alice.submit(await alice.click(panel, 'Continue'), { rating: 'everybody' });
  await alice.click(again, 'Post');
  expect(bot.sandbox.messages(art)).toHaveLength(1);
});

test('an author presses nothing while the gallery is off', async () => {
  const { guild, carol, art } = await reposted();
  await bot.host.enablement.disable(guild.id, ['gallery'], guild.owner.id);

  const answer = await clickInDm(carol, 'Remove my work');

  expect(answer).toContain('The gallery of this server is switched off for now');
  expect(bot.sandbox.messages(art)).toHaveLength(1);
});

test('the links of the author stand under the post where their plugin is on, NSFW ones by the channel', async () => {
  const { guild, alice, carol } = await repostScene(bot, ['gallery', 'creator-links']);
  const art = await addDestination(guild, 'art');
  const spicy = await addDestination(guild, 'spicy', { nsfw: true });
  await carol.slash('creator-link add', { url: 'https://www.patreon.com/carol', title: 'Support me' });
  await carol.slash('creator-link add', {
    url: 'https://www.deviantart.com/carolafterdark',
    title: 'After dark',
    nsfw: true,
  });
  const message = await carol.send('A poem');

  await alice.click(await preview(alice, message, { place: art }), 'Post');
  const sees = await preview(alice, message, { place: spicy, form: { title: 'Once more' } });
  await alice.click(sees, 'Post anyway');

  const [safe] = bot.sandbox.messages(art);
  const [other] = bot.sandbox.messages(spicy);
  expect(JSON.stringify(safe?.components)).toContain('Support me');
  expect(JSON.stringify(safe?.components)).not.toContain('After dark');
  expect(JSON.stringify(other?.components)).toContain('After dark');
});

test('a file beyond the limit of the server is kept where it is', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  await addForum(guild, 'showcase');
  guild.sandbox.setBoostTier(2);
  const large = Buffer.alloc(11 * 1_048_576, 7);
  const message = await carol.actor.send('Both', {
    attachments: [
      { filename: 'large.mp4', bytes: large, contentType: 'video/mp4' },
      { filename: 'small.png', bytes: await picture(12) },
    ],
  });
  guild.sandbox.setBoostTier(0);
  await vi.waitFor(() => expect(container.client.guilds.cache.get(guild.id)?.premiumTier).toBe(0), SOON);

  const sees = await preview(alice, message, { choice: 'all' });
  await alice.click(sees, 'Post');

  const files = (await container.gallery.files.of([await itemOf(guild)])).get(1) ?? [];
  expect(sees.text).toContain('Too large to be copied, see the original\nlarge.mp4');
  expect(files.map(({ name, messageId }) => [name, messageId === message.id])).toEqual([
    ['large.mp4', true],
    ['small.png', false],
  ]);
});

test('a linked picture and a forwarded file are copied like attached ones', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art');
  const [linked, forwarded] = [await picture(13), await picture(14)];
  const first = await carol.actor.send('', { attachments: [{ filename: 'linked.png', bytes: linked }] });
  const second = await carol.actor.send('', {
    attachments: [{ filename: 'sent.png', bytes: forwarded, description: 'A dog' }],
  });
  const url = first.attachments[0]?.url ?? '';
  const withLink = await carol.send(`Mine: ||${url}||`);
  const forward = await carol.actor.send('', {
    forward: { channelId: second.channel_id, messageId: second.id },
  });

  await alice.click(await preview(alice, withLink, { choice: 'all', form: { title: 'One' } }), 'Post');
  await alice.click(await preview(alice, forward, { form: { title: 'Two' } }), 'Post');

  const [one, two] = bot.sandbox.messages(art);
  if (!one || !two) throw new Error('Something was not posted.');
  expect(one.attachments.map(({ filename }) => filename)).toEqual(['SPOILER_linked.png']);
  expect(two.attachments.map(({ description }) => description)).toEqual(['A dog']);
  expect(await bytesOf(one)).toEqual([linked]);
  expect(await bytesOf(two)).toEqual([forwarded]);
});

test('a link to a picture that leads to a page is not copied, and says so', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art');
  const message = await carol.send(`Mine: http://${site}/cat.png`);

  const refused = await preview(alice, message, { choice: 'all' });

  expect(refused.followups.map(textOf).join()).toContain('leads to a page and not to a picture');
  expect(bot.sandbox.messages(art)).toHaveLength(0);
});

test('a forwarded file beyond the limit of the server is found again where it is', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  await addDestination(guild, 'art');
  guild.sandbox.setBoostTier(2);
  const original = await carol.actor.send('', {
    attachments: [
      { filename: 'large.mp4', bytes: Buffer.alloc(11 * 1_048_576, 7), contentType: 'video/mp4' },
    ],
  });
  guild.sandbox.setBoostTier(0);
  await vi.waitFor(() => expect(container.client.guilds.cache.get(guild.id)?.premiumTier).toBe(0), SOON);
  const forward = await carol.actor.send('', {
    forward: { channelId: original.channel_id, messageId: original.id },
  });
  await alice.click(await preview(alice, forward, { form: { title: 'Large' } }), 'Post');
  const [file] = (await container.gallery.files.of([await itemOf(guild)])).get(1) ?? [];
  if (!file) throw new Error('The reference was not kept.');
  const stale = { ...file, address: 'https://cdn.discordapp.com/attachments/1/2/large.mp4?ex=1' };

  expect(await container.gallery.files.fresh(stale)).toMatchObject({ state: 'here' });
  expect(file.messageId).toBe(forward.id);
});

test('what was posted to a forum is shown to those alone who may read the forum', async () => {
  const { guild, alice, bob, carol } = await repostScene(bot);
  await addForum(guild, 'staff-showcase', {
    permission_overwrites: [
      { id: guild.id, type: 0, allow: '0', deny: PermissionFlagsBits.ViewChannel.toString() },
      { id: alice.id, type: 1, allow: PermissionFlagsBits.ViewChannel.toString(), deny: '0' },
      { id: bot.sandbox.bot.id, type: 1, allow: PermissionFlagsBits.ViewChannel.toString(), deny: '0' },
    ],
  });
  await alice.click(await preview(alice, await carol.send('A secret poem')), 'Post');

  expect((await alice.slash('gallery list')).text).toContain('A secret poem');
  expect((await bob.slash('gallery list')).text).not.toContain('A secret poem');
  expect((await bob.slash('gallery view', { id: '1' })).text).not.toContain('A secret poem');
});
