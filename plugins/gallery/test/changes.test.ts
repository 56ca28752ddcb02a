import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { galleryPlugin } from '../src/index.ts';
import { itemOf, newScene } from './gallery-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [galleryPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

async function withItem() {
  const scene = await newScene(bot);
  await scene.alice.slash('gallery add', {
    title: 'First',
    url: 'https://example.invalid/1',
    tags: 'fanart',
    creator: 'Mia',
    description: 'Old',
  });
  return scene;
}

function destinationsOf(guild: TestGuild) {
  return container.gallery.destinations.list(guild.id);
}

describe('items', () => {
  test('only what is given changes, and a dash empties', async () => {
    const { guild, alice } = await withItem();
    const before = await itemOf(guild, 1);

    await alice.slash('gallery edit', { id: '1', title: 'Better' });
    expect(await itemOf(guild, 1)).toEqual({ ...before, title: 'Better' });
    await alice.slash('gallery edit', { id: '1', description: '-', tags: '-', creator: `<@${alice.id}>` });

    expect(await itemOf(guild, 1)).toEqual({
      ...before,
      title: 'Better',
      description: null,
      tags: [],
      creator: null,
      creatorId: alice.id,
    });
  });

  test('an edit is undone and done again', async () => {
    const { guild, alice } = await withItem();
    const before = await itemOf(guild, 1);
    await alice.slash('gallery edit', { id: '1', title: 'Better', nsfw: true });

    const undone = await alice.slash('undo');
    expect(undone.text).toContain('Item #1 is as it was before.');
    expect(await itemOf(guild, 1)).toEqual(before);
    await alice.slash('redo');

    expect(await itemOf(guild, 1)).toEqual({ ...before, title: 'Better', nsfw: true });
  });

  test('an edit is not undone over a later one', async () => {
    const { guild, alice } = await withItem();
    await alice.slash('gallery edit', { id: '1', title: 'Better' });
    await guild.owner.slash('gallery edit', { id: '1', title: 'Best' });

    const refused = await alice.slash('undo');

    expect(refused.text).toContain('Somebody has changed item #1 since');
    expect(await itemOf(guild, 1)).toMatchObject({ title: 'Best' });
  });

  test('an edit that changes nothing is refused', async () => {
    const { alice } = await withItem();

    for (const change of [{}, { title: 'First' }])
      expect((await alice.slash('gallery edit', { id: '1', ...change })).text).toContain(
        'Nothing of item #1 would change',
      );
  });

  test('a removed item comes back under its number, and no other gets it', async () => {
    const { guild, alice, bob } = await withItem();
    await alice.slash('gallery remove', { id: '1' });
    expect((await bob.slash('gallery view', { id: '1' })).text).toBe('There is no item #1 in this gallery.');
    expect((await alice.slash('gallery remove', { id: '1' })).text).toContain('There is no item #1');
    await alice.slash('gallery add', { title: 'Second', url: 'https://example.invalid/2' });
    expect(await itemOf(guild, 2)).toMatchObject({ title: 'Second' });
    expect(await alice.autocomplete('gallery restore', { id: 'fir' }, 'id')).toEqual([
      { name: '#1 First', value: '1' },
    ]);
    expect(await bob.autocomplete('gallery restore', { id: 'fir' }, 'id')).toEqual([]);
    expect(await bob.autocomplete('gallery restore', { id: '1' }, 'id')).toEqual([]);

    const restored = await alice.slash('gallery restore', { id: '1' });

    expect(restored.text).toContain('Item #1 is in the gallery again.');
    expect((await bob.slash('gallery view', { id: '1' })).text).toContain('#1 First');
    expect((await alice.slash('gallery restore', { id: '1' })).text).toBe('Item #1 is not removed.');
  });

  test('adding, removing and restoring are undone and done again', async () => {
    const { guild, alice } = await withItem();
    const isLive = async () => (await itemOf(guild, 1)).deletedAt === null;

    await alice.slash('undo');
    expect(await isLive()).toBe(false);
    await alice.slash('redo');
    expect(await isLive()).toBe(true);
    await alice.slash('gallery remove', { id: '1' });
    await alice.slash('undo');
    expect(await isLive()).toBe(true);
    await alice.slash('gallery remove', { id: '1' });
    await alice.slash('gallery restore', { id: '1' });
    await alice.slash('undo');
    expect(await isLive()).toBe(false);
  });

  test('a full gallery takes nothing back', async () => {
    const { guild, alice } = await withItem();
    await alice.slash('gallery remove', { id: '1' });
    await guild.owner.slash('config set', { plugin: 'gallery', key: 'maxItems', value: '1' });
    await alice.slash('gallery add', { title: 'Second', url: 'https://example.invalid/2' });

    const refused = await alice.slash('gallery restore', { id: '1' });

    expect(refused.text).toContain('it holds 1 items');
    expect((await itemOf(guild, 1)).deletedAt).not.toBeNull();
  });

  test('whoever may add changes their own items, and not those of others', async () => {
    const { guild, alice } = await withItem();
    const bob = guild.member({ username: 'adder' });
    await guild.owner.slash('permissions grant', { node: 'gallery.add', target: bob });
    await container.gallery.items.add({
      guildId: guild.id,
      kind: 'text',
      title: 'Mine',
      nsfw: false,
      addedBy: bob.id,
    });

    expect((await bob.slash('gallery edit', { id: '2', title: 'Still mine' })).text).toContain(
      'Changed item #2',
    );
    expect((await bob.slash('gallery edit', { id: '1', title: 'Stolen' })).text).toContain(
      '`gallery.manage`',
    );
    expect((await bob.slash('gallery remove', { id: '1' })).text).toContain('`gallery.manage`');
    expect(await itemOf(guild, 1)).toMatchObject({ title: 'First', addedBy: alice.id, deletedAt: null });
  });

  test('tags are replaced by who manages the gallery, and undone', async () => {
    const { guild, alice } = await withItem();

    const reply = await alice.slash('gallery-admin tags', { id: '1', tags: 'Meme, #Twi' });
    expect(reply.text).toContain('The tags of item #1 are now `meme` `twi`.');
    await alice.slash('undo');

    expect(await itemOf(guild, 1)).toMatchObject({ tags: ['fanart'] });
  });

  test.each(['0', '-1', 'abc', '99999999999', '1.5'])('%s is no item', async (id) => {
    const { bob } = await newScene(bot);

    const reply = await bob.slash('gallery view', { id });

    expect(reply.text).toContain('`id` does not take');
  });

  test('edits at once lose nothing', async () => {
    const { guild, alice } = await withItem();
    const key = { guildId: guild.id, number: 1 };
    const { changes } = container.gallery;

    await Promise.all([
      changes.edit(key, { title: 'Other' }, alice.id),
      changes.edit(key, { description: 'New' }, alice.id),
      changes.edit(key, { tags: ['meme'] }, alice.id),
    ]);

    expect(await itemOf(guild, 1)).toMatchObject({ title: 'Other', description: 'New', tags: ['meme'] });
  });

  test('of removals at once, one is done', async () => {
    const { guild, alice } = await withItem();
    const key = { guildId: guild.id, number: 1 };

    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => container.gallery.changes.remove(key, alice.id)),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await container.gallery.items.count(guild.id)).toBe(0);
  });
});

describe('channels', () => {
  test('a channel is added, listed and removed, and each is undone', async () => {
    const { guild, alice } = await newScene(bot);
    const art = guild.sandbox.addChannel({ name: 'art' });

    const added = await alice.slash('gallery-admin channel add', {
      channel: art.id,
      kinds: 'image, VIDEO',
      tags: 'Fanart',
      'auto-thread': true,
    });
    expect(added.text).toContain(`<#${art.id}>: image, video; tags \`fanart\`; a thread for each.`);
    expect((await alice.slash('gallery-admin channel list')).text).toContain(`<#${art.id}>: image, video`);
    await alice.slash('gallery-admin channel remove', { channel: art.id });
    expect(await destinationsOf(guild)).toEqual([]);

    await alice.slash('undo');
    expect(await destinationsOf(guild)).toMatchObject([
      { channelId: art.id, kinds: ['image', 'video'], defaultTags: ['fanart'], autoThread: true },
    ]);
    await alice.slash('redo');
    expect(await destinationsOf(guild)).toEqual([]);
  });

  test('adding a channel again changes its rules, which is undone to what they were', async () => {
    const { guild, alice } = await newScene(bot);
    const art = guild.sandbox.addChannel({ name: 'art' });
    await alice.slash('gallery-admin channel add', { channel: art.id, kinds: 'image' });
    await alice.slash('gallery-admin channel add', { channel: art.id, kinds: 'text' });

    await alice.slash('undo');

    expect(await destinationsOf(guild)).toMatchObject([{ kinds: ['image'] }]);
  });

  test('what is missing in a channel is named before anything is saved', async () => {
    const { guild, alice } = await newScene(bot);
    const art = guild.sandbox.addChannel({
      name: 'art',
      permission_overwrites: [
        { id: guild.id, type: 0, allow: '0', deny: PermissionFlagsBits.AttachFiles.toString() },
      ],
    });
    const forum = guild.sandbox.addChannel({ name: 'forum', type: ChannelType.GuildForum });

    expect((await alice.slash('gallery-admin channel add', { channel: art.id })).text).toContain(
      '**Attach Files**',
    );
    expect(
      (await alice.slash('gallery-admin channel add', { channel: forum.id, 'nsfw-only': true })).text,
    ).toContain('`nsfw-only` needs an age-restricted channel');
    expect(
      (await alice.slash('gallery-admin channel add', { channel: forum.id, 'auto-thread': true })).text,
    ).toContain('`auto-thread` is for text channels');
    expect(
      (await alice.slash('gallery-admin channel add', { channel: forum.id, kinds: 'image, poem' })).text,
    ).toContain('`kinds` does not take “poem”');
    expect(await destinationsOf(guild)).toEqual([]);
  });

  test('a channel takes what its rules say, and NSFW only where it is age-restricted', async () => {
    const { guild, alice, adults } = await newScene(bot);
    const art = guild.sandbox.addChannel({ name: 'art' });
    const { gallery } = container;
    const adultsId = adults.alice.actor.channelId;
    await gallery.destinations.add({ guildId: guild.id, channelId: art.id }, { kinds: ['image'] }, alice.id);
    await gallery.destinations.add({ guildId: guild.id, channelId: adultsId }, { nsfwOnly: true }, alice.id);
    const accepting = async (...of: ['image' | 'text', boolean]) =>
      (await gallery.destinations.accepting(guild.id, ...of)).map(({ channel }) => channel.id);

    expect(await accepting('image', false)).toEqual([art.id]);
    expect(await accepting('text', false)).toEqual([]);
    expect(await accepting('text', true)).toEqual([adultsId]);
    expect(await accepting('image', true)).toEqual([adultsId]);
  });

  test('a deleted channel is told, and its items stay', async () => {
    const { guild, alice, bob } = await newScene(bot);
    const art = guild.sandbox.addChannel({ name: 'art' });
    const { gallery } = container;
    await gallery.destinations.add({ guildId: guild.id, channelId: art.id }, {}, alice.id);
    await gallery.items.add({
      guildId: guild.id,
      kind: 'text',
      title: 'Kept',
      nsfw: false,
      posted: { channelId: art.id, messageId: '1234567890123456789' },
    });
    await container.client.guilds.cache.get(guild.id)?.channels.delete(art.id);

    await expect
      .poll(async () => (await alice.slash('gallery-admin channel list')).text)
      .toContain('This channel is gone');
    expect((await bob.slash('gallery view', { id: '1' })).text).toContain('#1 Kept');
    expect(await gallery.destinations.accepting(guild.id, 'text', false)).toEqual([]);
  });
});
