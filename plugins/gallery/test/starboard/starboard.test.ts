import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild, type TestMember } from '@twi/testing';
import { type APIMessage, PermissionFlagsBits } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { galleryPlugin } from '../../src/index.ts';
import { postPicture } from '../imports/scene.ts';

const STAR = '⭐';
const SOON = { timeout: 20_000, interval: 50 };

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [galleryPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

interface StarScene {
  readonly guild: TestGuild;
  readonly board: string;
  readonly author: TestMember;
  readonly fans: readonly TestMember[];
}

/** A guild with a board that takes two stars, an author and four fans. */
async function starScene(settings: Readonly<Record<string, string>> = {}): Promise<StarScene> {
  const guild = await bot.guild({ enable: ['gallery'] });
  const board = guild.sandbox.addChannel({ name: 'starboard' }).id;
  await configure(guild, { starboardChannel: board, starboardThreshold: '2', ...settings });
  const fans = ['ann', 'ben', 'cid', 'dot'].map((username) => guild.member({ username }));
  return { guild, board, author: guild.member({ username: 'author' }), fans };
}

async function configure({ owner }: TestGuild, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(settings))
    await owner.slash('config set', { plugin: 'gallery', key, value });
}

async function star(message: APIMessage, fans: readonly TestMember[], emoji = STAR): Promise<void> {
  await Promise.all(fans.map((fan) => fan.in({ id: message.channel_id }).react(message, emoji)));
}

function posts({ board }: Pick<StarScene, 'board'>): readonly APIMessage[] {
  return bot.sandbox.messages(board);
}

/** The only post of the board, once it says so many stars. */
async function postWith(scene: Pick<StarScene, 'board'>, stars: number): Promise<APIMessage> {
  return vi.waitFor(() => {
    const [post, ...others] = posts(scene);
    expect(others).toEqual([]);
    expect(post?.content).toContain(`**${stars}**`);
    return post!; // -- the line before would have failed
  }, SOON);
}

/** Waits until the board has heard of everything. */
async function settled(): Promise<void> {
  await vi.waitFor(async () => {
    const unsettled = await bot.database.handle
      .forPlugin('gallery')
      .selectFrom('gallery.starred_messages')
      .select('messageId')
      .whereRef('settledVersion', '<', 'version')
      .execute();
    expect(unsettled).toEqual([]);
  }, SOON);
}

async function emptyBoard(scene: StarScene): Promise<void> {
  await vi.waitFor(() => expect(posts(scene)).toEqual([]), SOON);
}

test('shows what enough members starred, and keeps count', async () => {
  const scene = await starScene();
  const message = await postPicture(scene.author, 'Look at <@1> my **tea**');

  await star(message, scene.fans.slice(0, 2));
  const post = await postWith(scene, 2);

  expect(post.content).toBe(`⭐ **2** · <#${scene.guild.channelId}>`);
  expect(post.embeds[0]).toMatchObject({
    description: 'Look at <@1> my **tea**',
    author: { name: 'author' },
  });
  expect(post.embeds[0]?.image?.url).toContain('picture.png');
  expect(JSON.stringify(post.components)).toContain(`/${message.channel_id}/${message.id}`);
  await star(message, scene.fans.slice(2));
  await postWith(scene, 4);
});

test('a burst of stars is one post and few edits', async () => {
  const scene = await starScene();
  const message = await scene.author.send('Tea');
  const crowd = Array.from({ length: 12 }, () => scene.guild.member());

  const from = bot.sandbox.requests.length;
  await star(message, [...scene.fans, ...crowd]);
  await postWith(scene, 16);

  const toBoard = bot.sandbox.requests
    .slice(from)
    .filter(({ method, path }) => method !== 'GET' && path.includes(`/${scene.board}/`));
  expect(toBoard.length).toBeLessThanOrEqual(3);
});

test('counts no bots, no author, no second time', async () => {
  const scene = await starScene();
  const message = await scene.author.send('Tea');
  const channel = await bot.host.client.channels.fetch(message.channel_id);
  if (channel?.isTextBased()) await (await channel.messages.fetch(message.id)).react(STAR);

  await star(message, [scene.author, scene.fans[0]!, scene.fans[0]!]);
  await settled();
  expect(posts(scene)).toEqual([]);

  await configure(scene.guild, { starboardSelfStar: 'yes' });
  await star(message, [scene.fans[1]!]);
  await postWith(scene, 3);
});

test('leaves with its stars, one by one and all at once, and comes back with them', async () => {
  const scene = await starScene();
  const message = await scene.author.send('Tea');
  const [ann, ben, cid] = scene.fans;
  await star(message, [ann!, ben!, cid!]);
  await postWith(scene, 3);

  await cid!.unreact(message, STAR);
  await postWith(scene, 2);
  await ben!.unreact(message, STAR);
  await emptyBoard(scene);

  await star(message, [ben!]);
  await postWith(scene, 2);
  const channel = await bot.host.client.channels.fetch(message.channel_id);
  if (!channel?.isTextBased()) throw new Error('There is no channel.');
  await (await channel.messages.fetch(message.id)).reactions.removeAll();
  await emptyBoard(scene);
  expect(posts(scene)).toEqual([]);
});

test('keeps what lost its stars where the server wants that', async () => {
  const scene = await starScene({ starboardKeep: 'yes' });
  const message = await scene.author.send('Tea');
  await star(message, scene.fans.slice(0, 2));
  await postWith(scene, 2);

  await scene.fans[0]!.unreact(message, STAR);

  expect((await postWith(scene, 1)).content).toContain('⭐ **1**');
});

test('follows edits, and goes with the message', async () => {
  const scene = await starScene();
  const message = await scene.author.send('Tea');
  await star(message, scene.fans.slice(0, 2));
  await postWith(scene, 2);

  await scene.author.edit(message, 'Coffee');
  await vi.waitFor(() => expect(posts(scene)[0]?.embeds[0]?.description).toBe('Coffee'), SOON);
  await scene.author.delete(message);
  await emptyBoard(scene);
});

test('what staff delete on the board stays away', async () => {
  const scene = await starScene();
  const message = await scene.author.send('Tea');
  await star(message, scene.fans.slice(0, 2));
  const post = await postWith(scene, 2);

  await scene.guild.owner.in({ id: scene.board }).delete(post);
  await star(message, scene.fans.slice(2));
  await settled();

  expect(posts(scene)).toEqual([]);
});

test('shows nothing of ignored, hidden and age-restricted channels', async () => {
  const scene = await starScene();
  const ignored = scene.guild.sandbox.addChannel({ name: 'ignored' }).id;
  await configure(scene.guild, { starboardIgnoredChannels: ignored });
  const nsfw = scene.guild.sandbox.addChannel({ name: 'nsfw', nsfw: true }).id;
  const staff = scene.guild.member({ username: 'staff', permissions: ['Administrator'] });
  const hidden = scene.guild.sandbox.addChannel({
    name: 'hidden',
    permission_overwrites: [
      { id: scene.guild.id, type: 0, deny: String(PermissionFlagsBits.ViewChannel) },
      { id: bot.host.client.user?.id ?? '', type: 1, allow: String(PermissionFlagsBits.ViewChannel) },
    ],
  }).id;

  for (const channel of [ignored, nsfw])
    await star(await scene.author.in({ id: channel }).send('Tea'), scene.fans);
  await star(await staff.in({ id: hidden }).send('Secret'), [staff, scene.guild.owner]);
  await settled();

  expect(posts(scene)).toEqual([]);
});

test('shows age-restricted channels on a board of their own', async () => {
  const scene = await starScene();
  const nsfw = scene.guild.sandbox.addChannel({ name: 'nsfw', nsfw: true }).id;
  const board = scene.guild.sandbox.addChannel({ name: 'nsfw-board', nsfw: true }).id;
  await configure(scene.guild, { starboardNsfwChannel: board });

  await star(await scene.author.in({ id: nsfw }).send('Tea'), scene.fans);

  await postWith({ board }, 4);
  expect(posts(scene)).toEqual([]);
});

test('a spoiler stays hidden', async () => {
  const scene = await starScene();

  await star(await postPicture(scene.author, 'Tea, ||spilled||', 'SPOILER_tea.png'), scene.fans);
  const post = await postWith(scene, 4);

  expect(post.embeds[0]?.image).toBeUndefined();
  expect(post.embeds[0]?.description).toBe('Tea, ||spilled||');
  expect(post.content).toMatch(/\n\|\|https?:\/\/\S+SPOILER_tea\.png\S*\|\|$/);
});

test('takes an emoji of the server for a star', async () => {
  const scene = await starScene();
  const guild = await bot.host.client.guilds.fetch(scene.guild.id);
  const emoji = await guild.emojis.create({
    name: 'erin',
    attachment: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  await configure(scene.guild, { starboardEmoji: `<:erin:${emoji.id}>` });
  const message = await scene.author.send('Tea');

  await star(message, scene.fans, STAR);
  await star(message, scene.fans.slice(0, 2), `erin:${emoji.id}`);

  expect((await postWith(scene, 2)).content).toContain(`<:erin:${emoji.id}> **2**`);
});

test('makes good what happened while the bot was away', async () => {
  const scene = await starScene();
  const before = await scene.author.send('Before');
  await star(before, scene.fans.slice(0, 3));
  await postWith(scene, 3);
  await bot.stop();
  const during = await scene.author.actor.send('During');
  for (const fan of scene.fans) await fan.actor.react(during, STAR);
  for (const fan of scene.fans.slice(0, 2)) await fan.actor.unreact(before, STAR);

  await bot.restart();

  await vi.waitFor(async () => {
    await bot.clock.settleJobs();
    expect(posts(scene).map(({ content }) => content)).toEqual([`⭐ **4** · <#${scene.guild.channelId}>`]);
  }, SOON);
});

test('notes what was starred and taken down while the database took nothing in', async () => {
  const scene = await starScene();
  const [before, during] = [await scene.author.send('Before'), await scene.author.send('During')];
  await star(before, scene.fans.slice(0, 2));
  const post = await postWith(scene, 2);
  await settled();

  const accept = await refuseStars();
  await star(during, scene.fans);
  await scene.guild.owner.in({ id: scene.board }).delete(post);
  await vi.waitFor(() => expect(bot.logs.join()).toContain('they wait for the database'), SOON);
  expect(posts(scene)).toEqual([]);
  await accept();

  await postWith(scene, 4);
  await settled();
  await star(before, scene.fans);
  await settled();
  expect((await postWith(scene, 4)).embeds[0]?.description).toBe('During');
});

/** Lets the database refuse, as on a full disk, to note anything about stars, until what it returns is called. */
async function refuseStars(): Promise<() => Promise<void>> {
  const { db } = bot.database.handle;
  await sql`create or replace function gallery.refuse() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`.execute(db);
  await sql`create trigger refuse before insert or update on gallery.starred_messages
    execute function gallery.refuse()`.execute(db);
  return async () => {
    await sql`drop trigger refuse on gallery.starred_messages`.execute(db);
  };
}

test('a crash between posting and recording leaves one post', async () => {
  const scene = await starScene();
  const message = await scene.author.send('Tea');
  await star(message, scene.fans.slice(0, 2));
  await postWith(scene, 2);
  await settled();
  await bot.database.handle
    .forPlugin('gallery')
    .updateTable('gallery.starred_messages')
    .set({ state: 'posting', boardMessageId: null, version: 100 })
    .where('messageId', '=', message.id)
    .execute();

  await container.gallery.starboard.settle({ guildId: scene.guild.id, messageId: message.id });

  await postWith(scene, 2);
  await star(message, scene.fans.slice(2));
  expect((await postWith(scene, 4)).content).toContain('⭐ **4**');
});

test('two processes at once post once', async () => {
  const scene = await starScene();
  const message = await scene.author.send('Tea');
  await star(message, scene.fans.slice(0, 2));
  const key = { guildId: scene.guild.id, messageId: message.id };

  await vi.waitFor(async () => {
    await Promise.all(Array.from({ length: 4 }, () => container.gallery.starboard.settle(key)));
    expect(posts(scene)).not.toEqual([]);
  }, SOON);
  await settled();

  expect(posts(scene)).toHaveLength(1);
});

test('tries again when Discord refuses, and does not show who opted out', async () => {
  const scene = await starScene();
  const message = await scene.author.send('Tea');
  bot.fault.failNext({ method: 'POST', template: '/channels/{channel_id}/messages', status: 403 });
  await star(message, scene.fans.slice(0, 2));
  await vi.waitFor(() => expect(bot.logs.join()).toContain('could not be brought up to date'), SOON);
  await bot.clock.advance('5m');
  await bot.jobs.run('gallery/settle-stars');
  await postWith(scene, 2);

  const db = bot.database.handle.forPlugin('gallery');
  await bot.database.handle.ensureUser(scene.author.id);
  await db
    .insertInto('gallery.opt_outs')
    .values({ guildId: scene.guild.id, userId: scene.author.id })
    .execute();
  await container.gallery.starboard.optOutChanged(scene.guild.id, scene.author.id);

  await emptyBoard(scene);
});
