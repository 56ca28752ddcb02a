import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, textOf } from '@twi/testing';
import type { AnyThreadChannel } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { galleryPlugin } from '../src/index.ts';
import { addDestination, addForum, bytesOf, picture, preview, repostScene } from './repost-scene.ts';

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
