import { AttachmentBuilder, ChannelType, EmbedBuilder, OverwriteType } from 'discord.js';
import type { ForumChannel, TextChannel } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present, TestBot } from './test-bot.ts';

let bot: TestBot;
let general: TextChannel;
beforeAll(async () => {
  bot = await TestBot.start();
  general = textChannel('general');
});
afterAll(() => bot[Symbol.asyncDispose]());

function textChannel(name: string): TextChannel {
  const channel = bot.client.channels.cache.get(bot.channelId(name));
  if (channel?.type !== ChannelType.GuildText) throw new Error(`#${name} is no text channel`);
  return channel;
}

function forumChannel(name: string): ForumChannel {
  const channel = bot.client.channels.cache.get(bot.channelId(name));
  if (channel?.type !== ChannelType.GuildForum) throw new Error(`#${name} is no forum`);
  return channel;
}

test('what a member writes, edits and deletes reaches the bot', async () => {
  const bob = bot.as('bob');
  const created = bot.next('messageCreate');
  const message = await bob.send(`hello <@${bot.client.user.id}>`);
  const [received] = await created;
  const updated = bot.next('messageUpdate');
  await bob.edit(message, 'goodbye');
  const deleted = bot.next('messageDelete');
  await bob.delete(message);

  expect(received.member?.user.username).toBe('bob');
  expect(received.mentions.users.has(bot.client.user.id)).toBe(true);
  expect((await updated)[1].content).toBe('goodbye');
  expect((await deleted)[0].id).toBe(message.id);
});

test('the bot sends, edits, replies to and deletes messages', async () => {
  const message = await general.send({ content: 'one', embeds: [new EmbedBuilder().setTitle('Title')] });
  const reply = await message.reply('two');
  await message.edit('three');

  expect(reply.reference?.messageId).toBe(message.id);
  expect((await general.messages.fetch({ message: message.id, force: true })).content).toBe('three');
  expect(bot.sandbox.messages(general.id).map(({ content }) => content)).toEqual(
    expect.arrayContaining(['two', 'three']),
  );
  await message.delete();
  await expect(general.messages.fetch({ message: message.id, force: true })).rejects.toMatchObject({
    code: 10_008,
  });
});

test('members give their files alternative text, and forward messages', async () => {
  const bob = bot.as('bob');
  const sent = await bob.send('', {
    attachments: [{ filename: 'a.txt', bytes: Buffer.from('a'), description: 'The letter a' }],
  });
  const forward = await bob.send('', { forward: { channelId: sent.channel_id, messageId: sent.id } });

  const received = await general.messages.fetch({ message: forward.id, force: true });
  expect(received.content).toBe('');
  expect(received.messageSnapshots.first()?.attachments.first()?.description).toBe('The letter a');
});

test('a request can be carried out although its answer is lost', async () => {
  const template = '/channels/{channel_id}/messages';
  bot.sandbox.faults.failNext({ method: 'POST', template, status: 400, afterwards: true });

  await expect(general.send('lost')).rejects.toMatchObject({ status: 400 });

  expect(bot.sandbox.messages(general.id).at(-1)?.content).toBe('lost');
});

test('messages are listed in pages', async () => {
  const bob = bot.as('bob', 'art');
  const ids: string[] = [];
  for (const text of ['1', '2', '3', '4', '5']) ids.push((await bob.send(text)).id);
  const art = textChannel('art');
  const contents = async (options: object) =>
    (await art.messages.fetch(options)).map(({ content }) => content);

  expect(await contents({ limit: 2 })).toEqual(['5', '4']);
  expect(await contents({ before: ids[2], limit: 5 })).toEqual(['2', '1']);
  expect(await contents({ after: ids[2], limit: 5 })).toEqual(['5', '4']);
  expect(await contents({ around: ids[2], limit: 3 })).toEqual(['4', '3', '2']);
});

test('bulk deletion takes 2 to 100 messages younger than 14 days', async () => {
  const bob = bot.as('bob', 'art');
  const ids = [(await bob.send('a')).id, (await bob.send('b')).id];
  const gone = bot.next('messageDeleteBulk');
  const art = textChannel('art');

  await art.bulkDelete(ids);

  expect([...(await gone)[0].keys()].toSorted()).toEqual(ids.toSorted());
  expect(bot.sandbox.messages(art.id).map(({ id }) => id)).not.toContain(ids[0]);
  const route = `/channels/${art.id}/messages/bulk-delete` as const;
  const old = ['100000000000000000', '100000000000000001'];
  await expect(bot.client.rest.post(route, { body: { messages: old } })).rejects.toMatchObject({
    code: 50_034,
  });
  await expect(bot.client.rest.post(route, { body: { messages: [ids[0]] } })).rejects.toMatchObject({
    status: 400,
  });
});

test('files are served under signed addresses and embeds can show them', async () => {
  const file = new AttachmentBuilder(Buffer.from('hello'), { name: 'note.txt', description: 'A note' });
  const message = await general.send({ files: [file] });
  const [attachment] = message.attachments.values();
  const url = attachment?.url ?? '';

  expect(attachment).toMatchObject({ name: 'note.txt', size: 5, description: 'A note' });
  expect(await (await fetch(url)).text()).toBe('hello');
  expect((await fetch(url.replace(/hm=./, 'hm=x'))).status).toBe(404);
  expect((await fetch(url.replace(/ex=[^&]+/, 'ex=1'))).status).toBe(404);

  const picture = new AttachmentBuilder(Buffer.from('png'), { name: 'p.png' });
  const embed = new EmbedBuilder().setImage('attachment://p.png');
  const shown = await general.send({ embeds: [embed], files: [picture] });
  expect(shown.attachments.size).toBe(0);
  expect((await fetch(shown.embeds[0]?.image?.url ?? '')).status).toBe(200);
});

test('an address of a file stops working', async () => {
  await using brief = await TestBot.start({ attachmentLifetimeMs: -1_000 });
  const message = await brief
    .as('bob')
    .send('', { attachments: [{ filename: 'a.txt', bytes: Buffer.from('a') }] });

  expect((await fetch(message.attachments[0]?.url ?? '')).status).toBe(404);
});

test('reactions come and go', async () => {
  const message = await general.send('react');
  const added = bot.next('messageReactionAdd');
  await bot.as('bob').react(message.id, '👍');
  expect((await added)[1].id).toBe(bot.userId('bob'));

  await message.react('👍');
  const fresh = await general.messages.fetch({ message: message.id, force: true });
  expect(fresh.reactions.cache.get('👍')).toMatchObject({ count: 2, me: true });
  expect((await fresh.reactions.cache.get('👍')?.users.fetch())?.map((user) => user.username)).toContain(
    'bob',
  );
  await fresh.reactions.cache.get('👍')?.users.remove(bot.userId('bob'));
  await fresh.reactions.removeAll();
  expect((await general.messages.fetch({ message: message.id, force: true })).reactions.cache.size).toBe(0);
});

test('messages are pinned and unpinned', async () => {
  const message = await general.send('pin me');
  await message.pin();

  expect((await general.messages.fetchPins()).items.map((pin) => pin.message.id)).toEqual([message.id]);
  await message.unpin();
  expect((await general.messages.fetchPins()).items).toEqual([]);
});

test('pins are listed in pages, newest first, and end at Discord’s limit', async () => {
  const channel = await general.guild.channels.create({ name: 'pins', type: ChannelType.GuildText });
  // discord.js would send them one after the other.
  const pins = Array.from({ length: 250 }, async () => {
    const { id } = await bot.as('alice', 'pins').send('pinned');
    const headers = { authorization: `Bot ${bot.sandbox.token}` };
    const route = `${bot.sandbox.apiUrl}/v10/channels/${channel.id}/messages/pins/${id}`;
    return (await fetch(route, { method: 'PUT', headers })).status;
  });
  expect(new Set(await Promise.all(pins))).toEqual(new Set([204]));
  const more = await channel.send('one too many');

  await expect(more.pin()).rejects.toMatchObject({ code: 30_003 });
  const { items, hasMore } = await channel.messages.fetchPins({ limit: 50 });
  expect(items).toHaveLength(50);
  expect(hasMore).toBe(true);
  const times = items.map(({ pinnedTimestamp }) => pinnedTimestamp);
  expect(times).toEqual(times.toSorted((left, right) => right - left));
});

test('threads start from messages and in forums', async () => {
  const message = await general.send('topic');
  const thread = await message.startThread({ name: 'Talk' });
  await thread.send('inside');
  await thread.members.add(bot.userId('bob'));
  expect(thread.id).toBe(message.id);
  expect((await thread.members.fetch()).map((member) => member.id)).toContain(bot.userId('bob'));
  await thread.setArchived(true);
  expect((await general.threads.fetchArchived()).threads.has(thread.id)).toBe(true);
  await thread.delete();

  const forum = forumChannel('forum');
  const post = await forum.threads.create({ name: 'Post', message: { content: 'body' } });
  expect((await post.fetchStarterMessage())?.content).toBe('body');
  expect((await bot.client.guilds.cache.first()?.channels.fetchActiveThreads())?.threads.has(post.id)).toBe(
    true,
  );
});

test('channels are created, changed, hidden and deleted', async () => {
  const guild = general.guild;
  const channel = await guild.channels.create({ name: 'new', type: ChannelType.GuildText, topic: 'Things' });
  await channel.setRateLimitPerUser(5);
  await channel.permissionOverwrites.create(guild.id, { SendMessages: false }, { type: OverwriteType.Role });

  expect(bot.guild.channel('new')?.properties).toMatchObject({ topic: 'Things', rate_limit_per_user: 5 });
  await expect(bot.as('bob', 'new').send('hi')).rejects.toMatchObject({ body: { code: 50_013 } });
  await channel.permissionOverwrites.delete(guild.id);
  await expect(bot.as('bob', 'new').send('hi')).resolves.toBeDefined();
  await channel.delete();
  expect(bot.guild.channel('new')).toBeUndefined();
});

test('a channel that the bot does not see is missing access and sends it nothing', async () => {
  const staff = present(bot.guild.channel('staff'));
  const own = present(staff.overwrites.get(bot.client.user.id));
  staff.overwrites.delete(own.id);
  const sent = bot.sandbox.dispatched.get('MESSAGE_CREATE');

  await bot.as('alice', 'staff').send('psst');

  expect(bot.sandbox.dispatched.get('MESSAGE_CREATE')).toBe(sent);
  await expect(bot.client.rest.get(`/channels/${staff.id}/messages`)).rejects.toMatchObject({ code: 50_001 });
  expect(() => bot.as('bob', 'staff').messages()).toThrow('does not see');
  staff.overwrites.set(own.id, own);
});

test('webhooks send under their own names', async () => {
  const webhook = await general.createWebhook({ name: 'Repost' });
  const message = await webhook.send({ content: 'hi', username: 'Other' });

  expect(bot.sandbox.messages(general.id).at(-1)).toMatchObject({
    webhook_id: webhook.id,
    author: { username: 'Other' },
  });
  await webhook.editMessage(message.id, 'changed');
  expect(bot.sandbox.messages(general.id).at(-1)?.content).toBe('changed');
  await webhook.deleteMessage(message.id);
  expect((await general.fetchWebhooks()).size).toBe(1);
  await webhook.delete();
  expect((await general.fetchWebhooks()).size).toBe(0);
});

test('direct messages arrive, and are refused where they are closed', async () => {
  const bob = await bot.client.users.fetch(bot.userId('bob'));
  await bob.send('hello');
  expect(bot.sandbox.directMessages(bob.id).map(({ content }) => content)).toEqual(['hello']);
  const received = bot.next('messageCreate');
  await bot.as('bob').inDirectMessages().send('hi bot');
  expect((await received)[0].guildId).toBeNull();

  bot.sandbox.setDirectMessages(bob.id, false);

  await expect(bob.send('again')).rejects.toMatchObject({ status: 403, code: 50_007 });
});

test('a request that Discord would refuse is refused with the place of its fault', async () => {
  await expect(general.send({ content: 'x'.repeat(2_001) })).rejects.toMatchObject({
    status: 400,
    code: 50_035,
  });

  expect(bot.sandbox.requests.at(-1)).toMatchObject({
    method: 'POST',
    template: '/channels/{channel_id}/messages',
    status: 400,
    problem: { code: 50_035, errors: { content: expect.anything() as unknown } },
  });
});
