import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, textOf } from '@twi/testing';
import { type APIMessage, PermissionFlagsBits, SnowflakeUtil } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Import } from '../../src/database/import-repository.ts';
import { isImportable } from '../../src/imports/walking/importable-channel.ts';
import { galleryPlugin } from '../../src/index.ts';
import { parseAfter } from '../../src/imports/parse-after.ts';
import { addForum, type ImportScene, newImportScene, postPicture, SOON } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [galleryPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

/** The message that shows how far the import is, once it says this. */
async function progressThatSays({ guild }: ImportScene, text: string | RegExp): Promise<APIMessage> {
  return vi.waitFor(() => {
    const shown = bot.sandbox
      .messages(guild.channelId)
      .find(({ embeds }) => embeds[0]?.title === 'Import of old posts');
    if (!shown) throw new Error('No progress is shown.');
    expect(textOf(shown)).toMatch(text);
    return shown;
  }, SOON);
}

async function importAll(scene: ImportScene, options: Record<string, string> = {}): Promise<APIMessage> {
  await scene.alice.slash('gallery-admin import', { channel: scene.source, ...options });
  return progressThatSays(scene, /imported|paused/);
}

function field(message: APIMessage, name: string): string | undefined {
  return message.embeds[0]?.fields?.find((found) => found.name === name)?.value;
}

/** An import that nobody is at work on, as a crash right after its begin leaves it. */
async function abandoned({ guild, alice, source }: ImportScene): Promise<Import> {
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);
  const channel = await discordGuild.channels.fetch(source);
  if (!isImportable(channel)) throw new Error('There is no such channel.');
  const now = (await alice.send('Now')).id;
  return container.gallery.imports.start({
    channel,
    member: await discordGuild.members.fetch(alice.id),
    after: null,
    now,
  });
}

async function items({ guild }: ImportScene) {
  return bot.database.handle
    .forPlugin('gallery')
    .selectFrom('gallery.items')
    .select(['number', 'title', 'creator', 'creatorId', 'tags', 'nsfw', 'kind', 'sourceMessageId', 'addedBy'])
    .where('guildId', '=', guild.id)
    .orderBy('number')
    .execute();
}

test('brings old posts into the gallery in their order, and leaves chatter out', async () => {
  const scene = await newImportScene(bot);
  const first = await postPicture(scene.inSource, 'Erin at the inn');
  await scene.inSource.send('How nice!');
  await scene.inSource.slash('gallery list');
  await postPicture(scene.inSource, `Ryoka, a commission\nArtist: <@${scene.alice.id}>`);

  const progress = await importAll(scene);

  expect(textOf(progress)).toContain(`All of <#${scene.source}> is imported.`);
  expect([field(progress, 'Looked at'), field(progress, 'Added'), field(progress, 'To review')]).toEqual([
    '4',
    '2',
    '0',
  ]);
  expect(await items(scene)).toMatchObject([
    {
      number: 1,
      title: 'Erin at the inn',
      creatorId: scene.bob.id,
      kind: 'image',
      sourceMessageId: first.id,
      addedBy: scene.alice.id,
    },
    { number: 2, title: 'Ryoka, a commission', creatorId: scene.alice.id, tags: ['commission', 'fanart'] },
  ]);
});

test('shows what it found as a table, at the end and at a click', async () => {
  const scene = await newImportScene(bot);
  const post = await postPicture(scene.inSource, '=SUM(A1:A9), a tea');
  await postPicture(scene.inSource, '');

  const progress = await importAll(scene);

  const list = await vi.waitFor(() => {
    const found = bot.sandbox.messages(scene.guild.channelId).flatMap(({ attachments }) => attachments);
    expect(found).toHaveLength(1);
    return found[0];
  }, SOON);
  const table = await (await fetch(list?.url ?? '')).text();
  expect(table.split('\n')).toEqual([
    'number,title,creator,tags,nsfw,link,state,reasons',
    `1,"'=SUM(A1:A9), a tea",bob ${scene.bob.id},fanart,no,https://discord.com/channels/${scene.guild.id}/${scene.source}/${post.id},added,`,
    expect.stringContaining('review,Nothing says what it is called.'),
    '',
  ]);
  const clicked = await scene.alice.click(progress, 'List as CSV');
  expect(clicked.isEphemeral).toBe(true);
  expect(clicked.message.attachments[0]?.size).toBe(list?.size);
});

test('posts the table only where nobody reads it who does not see the channel', async () => {
  const scene = await newImportScene(bot);
  const { id: role } = scene.guild.sandbox.addRole({ name: 'Staff' });
  const hidden = scene.guild.sandbox.addChannel({
    name: 'hidden-art',
    permission_overwrites: [
      { id: scene.guild.id, type: 0, deny: String(PermissionFlagsBits.ViewChannel) },
      { id: scene.alice.id, type: 1, allow: String(PermissionFlagsBits.ViewChannel) },
      { id: bot.host.client.user?.id ?? role, type: 1, allow: String(PermissionFlagsBits.ViewChannel) },
    ],
  }).id;
  await postPicture(scene.alice.in({ id: hidden }), 'Secret');

  const progress = await importAll({ ...scene, source: hidden });

  expect(field(progress, 'Added')).toBe('1');
  expect(bot.sandbox.messages(scene.guild.channelId).flatMap(({ attachments }) => attachments)).toEqual([]);
  const carol = scene.guild.member({ username: 'carol', permissions: ['ManageGuild'] });
  const refused = await carol.click(progress, 'List as CSV');
  expect(refused.text).toBe('You cannot see the channel that was imported, nor what was found in it.');
  expect((await carol.slash('gallery-admin progress')).text).toContain('Nothing was imported yet.');
});

test('imports nothing twice', async () => {
  const scene = await newImportScene(bot);
  await postPicture(scene.inSource, 'Erin');
  await importAll(scene);
  await scene.alice.slash('gallery remove', { id: '1' });
  await postPicture(scene.inSource, 'Ryoka');

  await scene.alice.slash('gallery-admin import', { channel: scene.source });

  await vi.waitFor(
    async () => expect((await items(scene)).map(({ title }) => title)).toEqual(['Erin', 'Ryoka']),
    SOON,
  );
  await bot.clock.settleJobs();
  expect(await items(scene)).toHaveLength(2);
});

test('begins after a day, or after a message by id or link', async () => {
  const scene = await newImportScene(bot);
  await postPicture(scene.inSource, 'One');
  const second = await postPicture(scene.inSource, 'Two');
  await postPicture(scene.inSource, 'Three');

  await importAll(scene, {
    after: `https://discord.com/channels/${scene.guild.id}/${scene.source}/${second.id}`,
  });
  expect((await items(scene)).map(({ title }) => title)).toEqual(['Three']);

  await scene.alice.slash('gallery-admin import', { channel: scene.source, after: '2020-02-29' });
  await vi.waitFor(async () => expect(await items(scene)).toHaveLength(3), SOON);
});

test('begins at midnight in the time zone of the server, also on the day when clocks change', () => {
  const now = new Date('2024-06-01');
  const dayOf = (timeZone: string, day = '2024-03-31') =>
    new Date(SnowflakeUtil.timestampFrom(BigInt(parseAfter(day, { timeZone, now }) ?? 0) + 1n)).toISOString();

  expect(dayOf('UTC')).toBe('2024-03-31T00:00:00.000Z');
  expect(dayOf('Europe/Berlin')).toBe('2024-03-30T23:00:00.000Z');
  expect(dayOf('Europe/Berlin', '2024-04-01')).toBe('2024-03-31T22:00:00.000Z');
  expect(dayOf('America/New_York')).toBe('2024-03-31T04:00:00.000Z');
});

test.each(['yesterday', '2024-02-30', '12', '`2024`'])(
  'does not take "%s" for a day or message',
  async (after) => {
    const scene = await newImportScene(bot);

    const reply = await scene.alice.slash('gallery-admin import', { channel: scene.source, after });

    expect(reply.text).toContain('`after` does not take');
    expect(reply.text).toContain('Give a day such as `2024-01-31`, or the id or the link of a message.');
    expect(reply.isEphemeral).toBe(true);
  },
);

test('one import of a channel at a time, which the second is told of', async () => {
  const scene = await newImportScene(bot);
  await abandoned(scene);

  const reply = await scene.alice.slash('gallery-admin import', { channel: scene.source });

  expect(reply.text).toBe(
    `<#${scene.source}> is being imported already: that was begun by <@${scene.alice.id}>. \`/gallery-admin progress\` shows it.`,
  );
});

test('is paused, goes on after a restart, and is cancelled', async () => {
  const scene = await newImportScene(bot);
  await postPicture(scene.inSource, 'Erin');
  await abandoned(scene);

  const progress = await scene.alice.slash('gallery-admin progress');
  const paused = await scene.alice.click(progress, 'Pause');
  expect(paused.text).toContain('is paused.');
  await bot.restart();
  await bot.clock.settleJobs();
  expect(await items(scene)).toEqual([]);

  await scene.alice.click(progress, 'Go on');
  await vi.waitFor(async () => expect(await items(scene)).toHaveLength(1), SOON);
  const again = await scene.alice.slash('gallery-admin progress');
  expect(again.text).toContain(`All of <#${scene.source}> is imported.`);
  const late = await scene.alice.click(progress, 'Cancel').catch((error: unknown) => String(error));
  expect(String(late)).toMatch(/done|no button|not/i);
});

test('cancelling keeps what was added', async () => {
  const scene = await newImportScene(bot);
  await abandoned(scene);
  const progress = await scene.alice.slash('gallery-admin progress');

  const cancelled = await scene.alice.click(progress, 'Cancel');

  expect(cancelled.text).toContain('was cancelled. What it added stays.');
  expect(cancelled.buttons).toEqual(['List as CSV']);
});

test('an import that a crash left behind goes on by itself', async () => {
  const scene = await newImportScene(bot);
  await postPicture(scene.inSource, 'Erin');
  const run = await abandoned(scene);

  await bot.jobs.run('gallery/resume-imports');

  expect(await items(scene)).toHaveLength(1);
  await expect(container.gallery.imports.count(run)).resolves.toMatchObject({ added: 1 });
});

test('two processes on one import add each post once', async () => {
  const scene = await newImportScene(bot);
  for (const title of ['One', 'Two', 'Three']) await postPicture(scene.inSource, title);
  const run = await abandoned(scene);

  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 4 }, () => container.gallery.imports.run(run, signal)));

  expect((await items(scene)).map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('stops with a word when the gallery is full, and goes on when there is room', async () => {
  const scene = await newImportScene(bot);
  for (const title of ['One', 'Two', 'Three']) await postPicture(scene.inSource, title);
  await scene.guild.owner.slash('config set', { plugin: 'gallery', key: 'maxItems', value: '2' });

  const full = await importAll(scene);
  expect(textOf(full)).toContain('is paused. This gallery is full: it holds 2 items.');
  expect(await items(scene)).toHaveLength(2);

  await scene.guild.owner.slash('config set', { plugin: 'gallery', key: 'maxItems', value: '10' });
  await scene.alice.click(full, 'Go on');
  await progressThatSays(scene, 'is imported');
  expect((await items(scene)).map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
});

test('stops with a word when Discord does not let the bot read any more, and when the channel goes', async () => {
  const scene = await newImportScene(bot);
  await postPicture(scene.inSource, 'Erin');
  bot.fault.failNext({ method: 'GET', template: '/channels/{channel_id}/messages', status: 403 });

  const refused = await importAll(scene);

  expect(textOf(refused)).toContain('Discord did not let me read the channel any more.');
  await scene.alice.click(refused, 'Go on');
  await progressThatSays(scene, 'is imported');
});

test('imports the first messages of a forum’s posts, open and archived', async () => {
  const scene = await newImportScene(bot);
  const forum = addForum(scene.guild);
  const inForum = scene.bob.actor.in(forum.id);
  const open = await inForum.startThread('Open post', {
    content: 'https://example.org/open.png\nArtist: Nada',
  });
  const archived = await inForum.startThread('Archived post', {
    content: 'https://example.org/old.png\nBy: Pkay',
  });
  const thread = await bot.host.client.channels.fetch(archived);
  if (thread?.isThread()) await thread.setArchived(true);
  await scene.bob.actor.in(open).send('A comment https://example.org/comment.png');

  const progress = await importAll({ ...scene, source: forum.id });

  expect(textOf(progress)).toContain('is imported');
  expect(await items(scene)).toMatchObject([
    { title: 'Open post', creator: 'Nada', sourceMessageId: open },
    { title: 'Archived post', creator: 'Pkay', sourceMessageId: archived },
  ]);
});

test('leaves out who does not want to be in galleries, and what is in the gallery already', async () => {
  const scene = await newImportScene(bot);
  const shy = scene.guild.member({ username: 'shy' });
  await postPicture(shy.in({ id: scene.source }), 'Not for you');
  const known = await postPicture(scene.inSource, 'Known');
  const db = bot.database.handle.forPlugin('gallery');
  await bot.database.handle.ensureUser(shy.id);
  await db.insertInto('gallery.opt_outs').values({ guildId: scene.guild.id, userId: shy.id }).execute();
  await container.gallery.items.add({
    guildId: scene.guild.id,
    kind: 'image',
    title: 'By hand',
    nsfw: false,
    source: { channelId: scene.source, messageId: known.id },
  });

  const progress = await importAll(scene);

  expect((await items(scene)).map(({ title }) => title)).toEqual(['By hand']);
  expect(field(progress, 'Known before')).toBe('1');
});

test('what is posted in an age-restricted channel is NSFW', async () => {
  const scene = await newImportScene(bot, { nsfw: true });
  await postPicture(scene.inSource, 'Erin');

  await importAll(scene);

  expect(await items(scene)).toMatchObject([{ title: 'Erin', nsfw: true }]);
});

test('goes through 2,000 messages in pages of a hundred', { timeout: 120_000 }, async () => {
  const scene = await newImportScene(bot);
  await scene.guild.owner.slash('config set', { plugin: 'gallery', key: 'maxItems', value: '5000' });
  for (let index = 0; index < 2_000; index += 1)
    await scene.inSource.actor.send(
      index % 4 === 0 ? `Piece ${index} https://example.org/${index}.png\nBy: Nada` : `Chatter ${index}`,
    );
  const before = bot.sandbox.requests.length;

  await scene.alice.slash('gallery-admin import', { channel: scene.source });
  await vi.waitFor(async () => expect(await items(scene)).toHaveLength(500), {
    timeout: 60_000,
    interval: 200,
  });
  await progressThatSays(scene, 'is imported');

  const pages = bot.sandbox.requests
    .slice(before)
    .filter(({ path }) => path.includes(`/${scene.source}/messages?`));
  expect(pages.length).toBeLessThanOrEqual(22);
});
