import {
  ChannelFlags,
  ChannelType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  WebhookClient,
} from 'discord.js';
import type { ForumChannel, Guild, NewsChannel, TextChannel } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present, TestBot } from './test-bot.ts';

let bot: TestBot;
let guild: Guild;
beforeAll(async () => {
  bot = await TestBot.start();
  guild = present(bot.client.guilds.cache.first());
});
afterAll(() => bot[Symbol.asyncDispose]());

function textChannel(name: string): TextChannel {
  const channel = bot.client.channels.cache.get(bot.channelId(name));
  if (channel?.type !== ChannelType.GuildText) throw new Error(`#${name} is no text channel`);
  return channel;
}

function newsChannel(name: string): NewsChannel {
  const channel = bot.client.channels.cache.get(bot.channelId(name));
  if (channel?.type !== ChannelType.GuildAnnouncement) throw new Error(`#${name} is for no announcements`);
  return channel;
}

function forumChannel(name: string): ForumChannel {
  const channel = bot.client.channels.cache.get(bot.channelId(name));
  if (channel?.type !== ChannelType.GuildForum) throw new Error(`#${name} is no forum`);
  return channel;
}

test('slow mode holds members back, not those who moderate', async () => {
  await textChannel('art').setRateLimitPerUser(60);
  await bot.as('bob', 'art').send('first');

  await expect(bot.as('bob', 'art').send('second')).rejects.toMatchObject({
    status: 429,
    body: { code: 20_016 },
  });
  await bot.as('alice', 'art').send('one');
  await expect(bot.as('alice', 'art').send('two')).resolves.toBeDefined();
  await expect(textChannel('art').send('the bot')).resolves.toBeDefined();
  await expect(bot.as('mallory', 'art').send('somebody else')).resolves.toBeDefined();
});

test('a nonce that is enforced sends a message once', async () => {
  const body = { content: 'once', nonce: '42', enforce_nonce: true };
  const path = `/channels/${bot.channelId()}/messages` as const;

  const first = await bot.client.rest.post(path, { body });
  const second = await bot.client.rest.post(path, { body });
  const third = await bot.client.rest.post(path, { body: { ...body, enforce_nonce: false } });

  expect(second).toMatchObject({ id: (first as { id: string }).id });
  expect(third).not.toMatchObject({ id: (first as { id: string }).id });
});

test('an edit keeps something to see, and only attachments that the message has', async () => {
  const message = await textChannel('general').send({
    content: 'text',
    files: [{ attachment: Buffer.from('a'), name: 'a.txt' }],
  });
  const [attachment] = message.attachments.values();

  await expect(message.edit({ content: '', attachments: [] })).rejects.toMatchObject({ code: 50_006 });
  await message.edit({ content: '' });
  await expect(message.edit({ attachments: [{ id: '123456789012345678' }] })).rejects.toMatchObject({
    code: 50_035,
  });
  await bot.client.rest.patch(`/channels/${message.channelId}/messages/${message.id}`, {
    body: { attachments: [{ id: attachment?.id, description: 'Described' }] },
  });
  expect(bot.sandbox.messages(message.channelId).at(-1)?.attachments[0]).toMatchObject({
    description: 'Described',
  });
});

test('the flags of a message decide how its edit is checked', async () => {
  const path = `/channels/${bot.channelId()}/messages` as const;
  const text = { type: 10, content: 'new' };
  const layout = await bot.client.rest.post(path, {
    body: { flags: MessageFlags.IsComponentsV2, components: [text] },
  });
  const { id } = layout as { id: string };

  await expect(bot.client.rest.patch(`${path}/${id}`, { body: { content: 'old' } })).rejects.toMatchObject({
    code: 50_035,
  });
  await expect(
    bot.client.rest.patch(`${path}/${id}`, { body: { components: [text] } }),
  ).resolves.toMatchObject({
    flags: MessageFlags.IsComponentsV2,
  });
});

test('an edit leaves the flags that Discord sets', async () => {
  const message = await textChannel('general').send('topic');
  await message.startThread({ name: 'Talk' });

  await message.edit({ content: 'changed', flags: MessageFlags.SuppressEmbeds });

  const fresh = await message.fetch(true);
  expect(fresh.flags.toArray().toSorted()).toEqual(['HasThread', 'SuppressEmbeds']);
});

test('files may be larger where a guild is boosted', async () => {
  const files = [{ attachment: Buffer.alloc(11 * 1_024 * 1_024), name: 'large.bin' }];
  await expect(textChannel('general').send({ files })).rejects.toMatchObject({ status: 413 });
  bot.guild.setBoostTier(2);

  await expect(textChannel('general').send({ files })).resolves.toBeDefined();
  bot.guild.setBoostTier(0);
});

test('an announcement is published once to every channel that follows', async () => {
  const news = newsChannel('announcement');
  await news.addFollower(bot.channelId());
  expect(bot.sandbox.messages(bot.channelId()).at(-1)?.type).toBe(MessageType.ChannelFollowAdd);
  const message = await news.send('Breaking');

  await message.crosspost();

  expect(bot.sandbox.messages(bot.channelId()).at(-1)).toMatchObject({
    content: 'Breaking',
    flags: MessageFlags.IsCrosspost,
    message_reference: { type: MessageReferenceType.Default, message_id: message.id, channel_id: news.id },
  });
  await expect(message.crosspost()).rejects.toMatchObject({ code: 40_033 });
  expect((await guild.fetchWebhooks()).map((webhook) => webhook.isChannelFollower())).toEqual([true]);
});

test('posts of a forum have the tags that it knows, and one where that is required', async () => {
  const forum = forumChannel('forum');
  await forum.setAvailableTags([{ name: 'Help' }, { name: 'Staff', moderated: true }]);
  const [help, staff] = (await forum.fetch()).availableTags;
  const post = (appliedTags: string[]) =>
    forum.threads.create({ name: 'Post', message: { content: 'body' }, appliedTags });
  await expect(post(['123456789012345678'])).rejects.toMatchObject({ code: 10_087 });
  await forum.edit({ flags: ChannelFlags.RequireTag });

  await expect(post([])).rejects.toMatchObject({ code: 40_067 });
  const thread = await post([present(help).id]);
  expect(thread.appliedTags).toEqual([help?.id]);
  await expect(thread.setAppliedTags(['123456789012345678'])).rejects.toMatchObject({ code: 10_087 });
  const bob = bot.as('bob', 'forum');
  await expect(bob.startThread('Mine', { content: 'x', tagIds: [present(staff).id] })).rejects.toMatchObject({
    body: { code: 50_013 },
  });
  const created = bot.next('threadCreate');
  await bob.startThread('Mine', { content: 'x', tagIds: [present(help).id] });
  expect((await created)[0].ownerId).toBe(bot.userId('bob'));
});

test('a thread takes what its channel says about archiving and slow mode', async () => {
  const parent = await guild.channels.create({
    name: 'parent',
    type: ChannelType.GuildText,
    defaultAutoArchiveDuration: 60,
    defaultThreadRateLimitPerUser: 30,
  });

  const thread = await parent.threads.create({ name: 'Talk', type: ChannelType.PublicThread });

  expect(thread).toMatchObject({ autoArchiveDuration: 60, rateLimitPerUser: 30 });
});

test('a webhook writes into threads of its channel, under another name and picture', async () => {
  const general = textChannel('general');
  const webhook = await general.createWebhook({ name: 'Poster' });
  const thread = await general.threads.create({ name: 'Hooked', type: ChannelType.PublicThread });
  const elsewhere = await textChannel('art').threads.create({
    name: 'Other',
    type: ChannelType.PublicThread,
  });
  using client = new WebhookHandle(webhook.id, present(webhook.token ?? undefined));

  const sent = await client.hook.send({
    content: 'inside',
    threadId: thread.id,
    username: 'Somebody',
    avatarURL: 'https://example.com/a.png',
  });
  await client.hook.editMessage(sent.id, { content: 'edited', threadId: thread.id });
  expect(await client.hook.fetchMessage(sent.id, { threadId: thread.id })).toMatchObject({
    content: 'edited',
  });
  expect(sent.author).toMatchObject({ username: 'Somebody', avatar: expect.any(String) as unknown });
  await client.hook.deleteMessage(sent.id, thread.id);
  await expect(client.hook.send({ content: 'x', threadId: elsewhere.id })).rejects.toMatchObject({
    code: 10_003,
  });
  await expect(client.hook.send({ content: 'x', threadName: 'No forum' })).rejects.toMatchObject({
    code: 220_003,
  });
  await client.hook.edit({ name: 'Renamed' });
  expect((await general.fetchWebhooks()).get(webhook.id)?.name).toBe('Renamed');
  await client.hook.delete();
  expect((await general.fetchWebhooks()).has(webhook.id)).toBe(false);
});

test('a webhook of a forum names a post, new or known', async () => {
  const forum = forumChannel('forum');
  const webhook = await forum.createWebhook({ name: 'Poster' });

  await expect(webhook.send('nowhere')).rejects.toMatchObject({ code: 220_001 });
  const both = { content: 'x', threadName: 'New', threadId: '123456789012345678' };
  await expect(webhook.send(both)).rejects.toMatchObject({ code: 220_002 });
});

test('an address of an invite reads as one to its end', async () => {
  const codes = await Promise.all(Array.from({ length: 50 }, () => bot.as('alice').invite()));

  for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9]+$/);
  await Promise.all(codes.map((code) => guild.invites.delete(code)));
});

test('members and invites: who came by which', async () => {
  const code = await bot.as('alice').invite({ maxUses: 2 });
  const strangers = ['one', 'two', 'three'].map((username) => bot.sandbox.createUser({ username }));
  const join = (index: number) =>
    bot.sandbox
      .as(present(strangers[index]).id, { channelId: bot.channelId() })
      .join(guild.id, { invite: code });

  await join(0);
  expect((await guild.invites.fetch()).get(code)).toMatchObject({ uses: 1, inviterId: bot.userId('alice') });
  await join(1);

  expect(bot.guild.invites.map((invite) => invite.code)).not.toContain(code);
  await expect(join(2)).rejects.toMatchObject({ body: { code: 10_006 } });
});

test('permissions of commands are not for bots to set', async () => {
  const command = await guild.commands.create({ name: 'guarded', description: 'x' });
  const path =
    `/applications/${bot.sandbox.application.id}/guilds/${guild.id}/commands/${command.id}/permissions` as const;

  await expect(bot.client.rest.put(path, { body: { permissions: [] } })).rejects.toMatchObject({
    status: 403,
    code: 20_001,
  });
});

/** A webhook's own client, pointed at the sandbox and cleaned up. */
class WebhookHandle {
  readonly hook: WebhookClient;

  constructor(id: string, token: string) {
    this.hook = new WebhookClient({ id, token }, { rest: { api: bot.sandbox.apiUrl } });
  }

  [Symbol.dispose](): void {
    this.hook.rest.clearHandlerSweeper();
    this.hook.rest.clearHashSweeper();
  }
}
