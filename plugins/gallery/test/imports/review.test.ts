import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, textOf } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { galleryPlugin } from '../../src/index.ts';
import { type ImportScene, newImportScene, postPicture, SOON } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [galleryPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

/** A guild with posts that wait for review, by what they say. */
async function reviewScene(posts: readonly string[], channel = {}): Promise<ImportScene> {
  const scene = await newImportScene(bot, channel);
  for (const content of posts) await postPicture(scene.inSource, content);
  await importAll(scene);
  return scene;
}

async function importAll({ alice, guild, source }: ImportScene): Promise<void> {
  await alice.slash('gallery-admin import', { channel: source });
  await vi.waitFor(() => {
    const [shown] = bot.sandbox.messages(guild.channelId);
    expect(shown && textOf(shown)).toContain('is imported');
  }, SOON);
}

async function titles({ guild }: ImportScene): Promise<string[]> {
  const rows = await bot.database.handle
    .forPlugin('gallery')
    .selectFrom('gallery.items')
    .select('title')
    .where('guildId', '=', guild.id)
    .where('deletedAt', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map(({ title }) => title);
}

test('shows what was read, why it is unsure, its picture and how many wait', async () => {
  const scene = await reviewScene(['', 'Tea, not nsfw']);

  const shown = await scene.alice.slash('gallery-admin review');

  expect(shown.isEphemeral).toBe(true);
  expect(shown.embeds[0]).toMatchObject({
    title: 'Without a title',
    description: '❓ Nothing says what it is called.',
    footer: { text: '2 posts wait for review.' },
  });
  expect(shown.embeds[0]?.image?.url).toContain('picture.png');
  // What has no title cannot be accepted as it is.
  expect(shown.buttons).toEqual(['Edit', 'Skip', 'Later', 'Jump to the post']);
});

test('accepts a post as it was read, and goes on with the next', async () => {
  const scene = await reviewScene(['Tea, not nsfw', 'Pawn, not nsfw']);
  const shown = await scene.alice.slash('gallery-admin review');

  const next = await scene.alice.click(shown, 'Accept');

  expect(next.text).toContain('✅ Added as item #1.');
  expect(next.embeds[0]).toMatchObject({
    title: 'Pawn, not nsfw',
    footer: { text: 'This is the last one.' },
  });
  const done = await scene.alice.click(next, 'Skip');
  expect(done.text).toContain('⏭️ Skipped.');
  expect(done.text).toContain('Nothing waits for review.');
  expect(await titles(scene)).toEqual(['Tea, not nsfw']);
});

test('takes corrections, after a restart too', async () => {
  const scene = await reviewScene(['']);
  const shown = await scene.alice.slash('gallery-admin review');
  await bot.restart();

  const form = await scene.alice.click(shown, 'Edit');
  const answer = await scene.alice.actor.submit(form.modal, {
    title: 'A cup of tea',
    creator: 'Nada',
    tags: 'Tea, inn',
    rating: ['nsfw'],
  });
  await answer.settled();

  const item = await container.gallery.items.get({ guildId: scene.guild.id, number: 1 });
  expect(item).toMatchObject({
    title: 'A cup of tea',
    creator: 'Nada',
    creatorId: null,
    tags: ['tea', 'inn'],
    nsfw: true,
  });
});

test('tells what is wrong with a correction, and leaves the post waiting', async () => {
  const scene = await reviewScene(['']);
  const form = await scene.alice.click(await scene.alice.slash('gallery-admin review'), 'Edit');

  const answer = await scene.alice.actor.submit(form.modal, {
    title: 'Tea',
    creator: '',
    tags: '123456789012345678',
    rating: ['safe'],
  });
  await answer.settled();

  expect(answer.followups.map((message) => textOf(message)).join()).toContain('`tags` does not take');
  expect(await titles(scene)).toEqual([]);
  expect((await scene.alice.slash('gallery-admin review')).text).toContain('This is the last one.');
});

test('two reviewers at once never decide twice', async () => {
  const scene = await reviewScene(['Tea, not nsfw', 'Pawn, not nsfw']);
  const carol = scene.guild.member({ username: 'carol', permissions: ['ManageGuild'] });
  const [first, second] = [
    await scene.alice.slash('gallery-admin review'),
    await carol.slash('gallery-admin review'),
  ];

  const answers = await Promise.all([scene.alice.click(first, 'Accept'), carol.click(second, 'Skip')]);

  const texts = answers.map(({ text }) => text);
  expect(
    texts.filter((text) => /That post was (?:accepted|skipped) already by <@\d+>\./.test(text)),
  ).toHaveLength(1);
  // Both go on with the other post.
  expect(texts.every((text) => text.includes('Pawn, not nsfw'))).toBe(true);
});

test('a decision is recorded, undone and done again under the same number', async () => {
  const scene = await reviewScene(['Tea, not nsfw', 'Pawn, not nsfw']);
  await scene.alice.click(await scene.alice.slash('gallery-admin review'), 'Accept');

  const undone = await scene.alice.slash('undo');
  expect(undone.text).toContain('Item #1 is removed, and its post waits for review again.');
  expect(await titles(scene)).toEqual([]);
  const redone = await scene.alice.slash('redo');
  expect(redone.text).toContain('Item #1 is back.');
  expect(await titles(scene)).toEqual(['Tea, not nsfw']);

  await scene.alice.click(await scene.alice.slash('gallery-admin review'), 'Skip');
  expect((await scene.alice.slash('undo')).text).toContain('The post waits for review again.');
  expect((await scene.guild.owner.slash('audit')).text).toContain('gallery.review-skip');
});

test('an undo that others were faster than says so', async () => {
  const scene = await reviewScene(['Tea, not nsfw']);
  await scene.alice.click(await scene.alice.slash('gallery-admin review'), 'Accept');
  await scene.guild.owner.slash('gallery remove', { id: '1' });

  const undone = await scene.alice.slash('undo');

  expect(undone.text).toContain('Item #1 is removed already.');
});

test('a deleted post can only be skipped', async () => {
  const scene = await reviewScene(['Tea, not nsfw']);
  const [post] = bot.sandbox.messages(scene.source);
  if (post) await scene.inSource.delete(post);

  const shown = await scene.alice.slash('gallery-admin review');

  expect(shown.text).toContain('The post was deleted, or I cannot read it any more.');
  expect(shown.buttons).toEqual(['Skip', 'Jump to the post']);
  await expect(
    bot.host.client.guilds
      .fetch(scene.guild.id)
      .then(async (guild) =>
        container.gallery.reviews.accept(
          { guildId: guild.id, id: '1' },
          await guild.members.fetch(scene.alice.id),
        ),
      ),
  ).rejects.toThrow(/not there any more|deleted|cannot see/);
});

test('shows no picture for adults outside of age-restricted channels', async () => {
  const scene = await reviewScene([''], { nsfw: true });

  const shown = await scene.alice.slash('gallery-admin review');
  expect(shown.text).toContain('The picture is not shown here, since this channel is not age-restricted.');
  expect(shown.embeds[0]?.image).toBeUndefined();

  const inside = await scene.alice.in({ id: scene.source }).slash('gallery-admin review');
  expect(inside.embeds[0]?.image?.url).toContain('picture.png');
});

test('a spoiler stays hidden', async () => {
  const scene = await newImportScene(bot);
  await postPicture(scene.inSource, 'Tea', 'SPOILER_tea.png');
  await importAll(scene);

  const shown = await scene.alice.slash('gallery-admin review');

  expect(shown.text).toContain('It is hidden as a spoiler, so it may be for adults only.');
  expect(shown.text).toContain('jump to the post to see it');
  expect(shown.embeds[0]?.image).toBeUndefined();
});

test('what was read of a person goes when they have their data erased', async () => {
  const scene = await reviewScene(['Tea, not nsfw']);
  const question = await scene.bob.slash('privacy erase', { confirm: 'erase' });
  await scene.bob.click(question, 'Erase my data');

  expect((await scene.alice.slash('gallery-admin review')).text).toContain('Nothing waits for review.');
});
