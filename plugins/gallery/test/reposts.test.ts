import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestReply, textOf } from '@twi/testing';
import { type AnyThreadChannel, ChannelFlags, PermissionFlagsBits } from 'discord.js';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { galleryPlugin } from '../src/index.ts';
import {
  addDestination,
  addDestinationRow,
  addForum,
  bytesOf,
  picture,
  preview,
  repostScene,
} from './repost-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [galleryPlugin] });
});
afterEach((context) => {
  bot.fault.clear();
  bot.explainFailure(context);
});
afterAll(() => bot[Symbol.asyncDispose]());

const WORK = 'https://archiveofourown.org/works/12345';

/** The threads under a channel, as the bot sees them. */
function threadsIn(channelId: string): AnyThreadChannel[] {
  return [...container.client.channels.cache.values()].filter(
    (channel): channel is AnyThreadChannel => channel.isThread() && channel.parentId === channelId,
  );
}

/** The labels of a select menu. */
function optionsOf({ message }: TestReply, placeholder: string): string[] {
  return (message.components ?? []).flatMap((row) =>
    'components' in row
      ? row.components.flatMap((menu) =>
          'options' in menu && menu.placeholder === placeholder ? menu.options.map(({ label }) => label) : [],
        )
      : [],
  );
}

/** The draft that the components of an answer belong to. */
function draftIdOf({ message }: TestReply): string {
  return /gallery\/repost:\w+:(\d+)/.exec(JSON.stringify(message.components))?.[1] ?? '';
}

/** Three pictures, a video, one more picture as a spoiler, and a link. */
async function richFiles() {
  return [
    { filename: 'first.png', bytes: await picture(1), description: 'A cat on a roof' },
    { filename: 'second.png', bytes: await picture(2) },
    { filename: 'third.png', bytes: await picture(3), description: 'The same cat, asleep' },
    { filename: 'clip.mp4', bytes: Buffer.from('not really a video'), contentType: 'video/mp4' },
    { filename: 'SPOILER_end.png', bytes: await picture(4), description: 'How it ends' },
  ];
}

test('two moderators repost the same message at once, to a channel and to a forum, byte for byte', async () => {
  const { guild, alice, bob, carol } = await repostScene(bot);
  const text = await addDestination(guild, 'art', { rules: { autoThread: true } });
  const forum = await addForum(guild, 'showcase', {
    available_tags: [{ name: 'Fanart' }, { name: 'Sketch' }],
    rules: { defaultTags: ['sketch'] },
  });
  const files = await richFiles();
  const message = await carol.actor.send(`My cats\nThe story: ${WORK}`, { attachments: files });

  const [aliceSees, bobSees] = await Promise.all([
    preview(alice, message, { choice: 'all', place: text, form: { title: 'Cats by Carol' } }),
    preview(bob, message, { choice: 'all', place: forum, form: { title: 'Cats', tags: 'fanart' } }),
  ]);
  const [posted, threaded] = await Promise.all([alice.click(aliceSees, 'Post'), bob.click(bobSees, 'Post')]);

  expect(posted.text).toContain('Cats by Carol');
  expect(threaded.text).toContain('Cats');
  const [thread] = threadsIn(forum);
  expect(thread?.name).toBe('Cats');
  expect(thread?.appliedTags).toHaveLength(2);
  const posts = [bot.sandbox.messages(text)[0], bot.sandbox.messages(thread?.id ?? '')[0]];
  for (const post of posts) {
    if (!post) throw new Error('Something was not posted.');
    expect(post.attachments.map(({ filename, description }) => [filename, description])).toEqual(
      files.map(({ filename, description }) => [filename, description]),
    );
    expect(await bytesOf(post)).toEqual(files.map(({ bytes }) => bytes));
    expect(JSON.stringify(post.components)).toContain(WORK);
    expect(JSON.stringify(post.components)).toContain(message.id);
    expect(textOf(post)).toContain(`<@${carol.id}>`);
  }
});

test('Post is clicked twice at once, and posts once', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art');
  const message = await carol.actor.send('Look', {
    attachments: [{ filename: 'cat.png', bytes: await picture(5) }],
  });
  const sees = await preview(alice, message, { choice: 'all' });

  const clicks = await Promise.all([alice.click(sees, 'Post'), alice.click(sees, 'Post')]);

  expect(bot.sandbox.messages(art)).toHaveLength(1);
  expect(clicks.flatMap(({ followups }) => followups.map(textOf)).join()).toMatch(
    /being posted already|was posted already/,
  );
});

test('two moderators who post the same to the same channel learn of each other', async () => {
  const { guild, alice, bob, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art');
  const message = await carol.send('A poem for two');
  const [aliceSees, bobSees] = await Promise.all([preview(alice, message), preview(bob, message)]);

  const both = await Promise.all([alice.click(aliceSees, 'Post'), bob.click(bobSees, 'Post')]);
  const late = both.filter(({ followups }) => followups.length > 0);

  expect(bot.sandbox.messages(art)).toHaveLength(1);
  expect(late.flatMap(({ followups }) => followups.map(textOf)).join()).toMatch(
    /is posting the same to|The same was just posted in/,
  );
  // Whoever was told so may still want it twice.
  await (late[0] === both[0] ? alice.click(aliceSees, 'Post') : bob.click(bobSees, 'Post'));
  const first = bot.sandbox.messages(art).length;
  if (first === 1) await (late[0] === both[0] ? alice.click(aliceSees, 'Post') : bob.click(bobSees, 'Post'));
  expect(bot.sandbox.messages(art)).toHaveLength(2);
});

test('what was found is named, chosen and shown before anybody else sees it', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art', { rules: { kinds: ['image'] } });
  await addDestination(guild, 'all');
  const message = await carol.actor.send(`The story: ${WORK}`, { attachments: await richFiles() });

  const panel = await alice.contextMenu('Repost to gallery', message);
  const images = await alice.select(panel, 'What is reposted?', ['image']);

  expect(panel.isEphemeral).toBe(true);
  expect(optionsOf(panel, 'What is reposted?')).toEqual([
    'All files (5)',
    'Only the images (4)',
    'Only the video',
    'The link to AO3',
    'File 1: first.png',
    'File 2: second.png',
    'File 3: third.png',
    'File 4: clip.mp4',
    'File 5: SPOILER_end.png',
    'The text',
  ]);
  expect(optionsOf(images, 'Where does it go?')).toEqual(['#art', '#all']);
  const video = await alice.select(images, 'What is reposted?', ['video']);
  expect(video.text).toContain('**What:** Only the video');
  expect(video.text).not.toContain(art);
});

test('a channel is chosen among more than a menu holds', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  for (let index = 0; index < 25; index += 1) await addDestination(guild, `art-${index}`);
  // As from a version that allowed more of them.
  for (const name of ['art-25', 'art-26']) await addDestinationRow(bot, guild, name);
  const message = await carol.send('A poem');

  const first = await alice.contextMenu('Repost to gallery', message);
  const second = await alice.click(first, 'More channels');

  expect(optionsOf(first, 'Where does it go?')).toHaveLength(25);
  expect(optionsOf(second, 'Where does it go?')).toEqual(['#art-25', '#art-26']);
  expect(second.buttons).not.toContain('More channels');
});

test('without a channel that takes it, the moderator learns who adds one, and how', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  await addDestination(guild, 'art', { rules: { kinds: ['image'] } });

  const reply = await alice.contextMenu('Repost to gallery', await carol.send('A poem'));

  expect(reply.text).toBe(
    'No channel of this server takes text for the gallery. Whoever may manage the server can add one with `/gallery-admin channel add`.',
  );
});

test('an empty message has nothing to repost', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  await addDestination(guild, 'art');
  const poll = await carol.actor.send('', {
    poll: { question: { text: 'Cats?' }, answers: [{ poll_media: { text: 'Yes' } }], duration: 1 },
  });

  const reply = await alice.contextMenu('Repost to gallery', poll);

  expect(reply.text).toContain('There is nothing to repost in this message');
});

test('work that turns out to be NSFW goes to an age-restricted channel, whatever was chosen', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art');
  const spicy = await addDestination(guild, 'spicy', { nsfw: true });
  const message = await carol.send('A daring poem');

  const panel = await preview(alice, message, { place: art, form: { rating: 'nsfw' } });
  const modal = await alice.click(panel, 'Continue');
  const sees = await alice.submit(modal, { rating: 'nsfw' });
  await alice.click(sees, 'Post');

  expect(panel.text).toContain(`**Where:** <#${spicy}>`);
  expect(panel.followups.map(textOf).join()).toContain('NSFW work goes to age-restricted channels alone');
  expect(bot.sandbox.messages(art)).toHaveLength(0);
  expect(bot.sandbox.messages(spicy)).toHaveLength(1);
});

test('a duplicate is shown with its number before it is posted anyway', async () => {
  const { guild, alice, bob, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art');
  const bytes = await picture(6);
  const first = await carol.actor.send('Mine', { attachments: [{ filename: 'a.png', bytes }] });
  const again = await carol.actor.send('Again', { attachments: [{ filename: 'b.png', bytes }] });
  const bigger = await sharp(bytes).resize(96).jpeg({ quality: 80 }).toBuffer();
  const alike = await carol.actor.send('Bigger', { attachments: [{ filename: 'c.jpg', bytes: bigger }] });
  await alice.click(await preview(alice, first, { choice: 'all' }), 'Post');

  const sameMessage = await preview(bob, first, { choice: 'all' });
  const sameFile = await preview(bob, again, { choice: 'all' });
  const sameLook = await preview(bob, alike, { choice: 'all' });
  await bob.click(sameFile, 'Post anyway');

  expect(sameMessage.text).toContain('item **#1** **Mine**');
  expect(sameMessage.text).toContain('it comes from the same message');
  expect(sameFile.text).toContain('it has the same file');
  expect(sameLook.text).toContain('it has a picture that looks alike');
  expect(bot.sandbox.messages(art)).toHaveLength(2);
});

test('what was typed beside a bad tag is still there', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art');
  const panel = await alice.contextMenu('Repost to gallery', await carol.send('A poem'));
  const bad = { rating: 'everybody', title: 'Very own words', tags: 'a'.repeat(31) };

  const refused = await alice.submit(await alice.click(panel, 'Continue'), bad);
  const again = await alice.click(panel, 'Continue');
  const sees = await alice.submit(again, { rating: 'everybody', tags: 'Poem' });
  await alice.click(sees, 'Post');

  expect(refused.followups.map(textOf).join()).toContain('A tag has up to 30 characters');
  expect(bot.sandbox.messages(art).map(({ embeds }) => embeds[0]?.title)).toEqual(['Very own words']);
});

test('a forum that takes no post without a tag says which there are', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const forum = await addForum(guild, 'showcase', {
    flags: ChannelFlags.RequireTag,
    available_tags: [{ name: 'Poem' }, { name: 'Story' }],
  });
  const message = await carol.send('A poem');
  const panel = await alice.contextMenu('Repost to gallery', message);

  const refused = await alice.submit(await alice.click(panel, 'Continue'), { rating: 'everybody' });
  const sees = await alice.submit(await alice.click(panel, 'Continue'), {
    rating: 'everybody',
    tags: 'POEM, cats',
  });
  await alice.click(sees, 'Post');

  expect(refused.followups.map(textOf).join()).toContain(
    `<#${forum}> takes no post without a tag. Choose **Edit** and write one of these among the tags: Poem, Story.`,
  );
  expect(threadsIn(forum).map(({ name }) => name)).toEqual(['A poem']);
});

test('a missing permission is named with the channel, and the draft goes on', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const art = await addDestination(guild, 'art', {
    permission_overwrites: [
      { id: guild.id, type: 0, allow: '0', deny: PermissionFlagsBits.AttachFiles.toString() },
    ],
  });
  const files = [{ filename: 'cat.png', bytes: await picture(7) }];
  const message = await carol.actor.send('Look', { attachments: files });
  const panel = await alice.contextMenu('Repost to gallery', message);

  const reply = await preview(alice, message, { choice: 'all' });

  expect(reply.followups.map(textOf).join()).toContain(
    `I cannot post in <#${art}>: I need **Attach Files** there.`,
  );
  expect(panel.text).toContain('Repost to gallery');
});

test('a draft that waited too long asks kindly to start again', async () => {
  const { guild, alice, bob, carol } = await repostScene(bot);
  await addDestination(guild, 'art');
  const message = await carol.send('A poem');
  const panel = await alice.contextMenu('Repost to gallery', message);

  await bot.clock.advance('16m');
  const late = await alice.click(panel, 'Continue');
  const fresh = await alice.contextMenu('Repost to gallery', message);
  const cancelled = await alice.click(fresh, 'Cancel');

  expect(late.text).toContain('Start again with **Repost to gallery**');
  expect(cancelled.text).toBe('Nothing was posted.');
  await expect(
    container.gallery.reposts.drafts.get({ guildId: guild.id, id: draftIdOf(fresh), moderatorId: bob.id }),
  ).rejects.toThrow(/belongs to somebody else/);
});

test('a post of which Discord lost the answer is found again, and twins of it are removed', async () => {
  const { guild, alice, carol } = await repostScene(bot);
  const forum = await addForum(guild, 'showcase');
  const sees = await preview(alice, await carol.send('A poem about answers'));
  const template = '/channels/{channel_id}/threads';
  bot.fault.failNext({ method: 'POST', template, status: 500, times: 4, afterwards: true });

  const posted = await alice.click(sees, 'Post');

  expect(posted.text).toContain('is item **#1**');
  expect(threadsIn(forum).filter(({ id }) => bot.sandbox.messages(id).length > 0)).toHaveLength(1);
});
