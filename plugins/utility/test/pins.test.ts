import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { type APIMessage, ChannelType, MessageType } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { utilityPlugin } from '../src/index.ts';
import { newChoicesScene, takeFromBot } from './choices-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [utilityPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

/** A message as it is now: whether it is pinned. */
function now(guild: TestGuild, { id, channel_id }: APIMessage): APIMessage {
  const found = bot.sandbox.messages(channel_id).find((message) => message.id === id);
  if (!found) throw new Error(`The message is gone from ${guild.id}.`);
  return found;
}

test('the staff pins a message and unpins it, and Discord is told who wanted it', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot);
  const message = await bob.send('Meet at *eight*, by the fountain');

  const pinned = await alice.contextMenu('Pin', message);

  expect(pinned.isEphemeral).toBe(true);
  expect(pinned.text).toBe(
    `Pinned [this message](https://discord.com/channels/${guild.id}/${guild.channelId}/${message.id}) by <@${bob.id}>.\n> Meet at *eight*, by the fountain\nChoose **Pin** once more to take it back.`,
  );
  expect(now(guild, message).pinned).toBe(true);

  const unpinned = await alice.contextMenu('Pin', now(guild, message));
  expect(unpinned.text).toContain('Unpinned [this message]');
  expect(now(guild, message).pinned).toBe(false);
  const reasons = guild.sandbox.auditLog.map(({ reason }) => reason);
  expect(reasons.filter((reason) => reason === 'alice: asked for it with Pin')).toHaveLength(2);
});

test('members pin where the staff lets them, and take back what they pinned themselves', async () => {
  const { guild, alice, bob, carol } = await newChoicesScene(bot);
  const message = await carol.send('Hello');
  expect((await bob.contextMenu('Pin', message)).text).toBe(
    `You cannot pin messages in <#${guild.channelId}>. Ask the staff of this server: they can allow it with \`/pin-admin add\`.`,
  );
  expect(now(guild, message).pinned).toBe(false);

  const allowed = await alice.slash('pin-admin add', { channel: guild.channelId });
  expect(allowed.text).toContain('Who may pin in');
  await bob.contextMenu('Pin', message);
  expect(now(guild, message).pinned).toBe(true);

  expect((await carol.contextMenu('Pin', now(guild, message))).text).toBe(
    'Only who pinned this message and the staff can unpin it.',
  );
  await bob.contextMenu('Pin', now(guild, message));
  expect(now(guild, message).pinned).toBe(false);
});

test('whoever pinned a message again after it was unpinned by hand may take that back', async () => {
  const { guild, alice, bob, carol } = await newChoicesScene(bot);
  await alice.slash('pin-admin add', { channel: guild.channelId });
  const message = await alice.send('Hello');
  await bob.contextMenu('Pin', message);
  const channel = await bot.host.client.channels.fetch(guild.channelId);
  if (channel?.type !== ChannelType.GuildText) throw new Error('It is no text channel.');
  await channel.messages.unpin(message.id);
  await carol.contextMenu('Pin', now(guild, message));

  expect((await bob.contextMenu('Pin', now(guild, message))).text).toContain('Only who pinned');
  await carol.contextMenu('Pin', now(guild, message));

  expect(now(guild, message).pinned).toBe(false);
});

test('a channel is open to certain roles, and closed again', async () => {
  const { guild, alice, bob, carol, role } = await newChoicesScene(bot);
  const [regulars, artists] = [await role('Regulars'), await role('Artists')];
  guild.sandbox.removeMember(bob.id);
  guild.sandbox.addMember(bob.id, { roleIds: [regulars] });
  const channel = guild.channelId;
  await alice.slash('pin-admin add', { channel, role: regulars });
  await alice.slash('pin-admin add', { channel, role: artists });

  expect((await alice.slash('pin-admin list')).text).toContain(
    `<#${channel}>: the staff, <@&${regulars}>, <@&${artists}>`,
  );
  expect((await alice.slash('pin-admin add', { channel, role: regulars })).text).toContain('They may pin in');
  const message = await carol.send('Hello');
  expect((await carol.contextMenu('Pin', message)).text).toContain('You cannot pin messages');
  await bob.contextMenu('Pin', message);
  expect(now(guild, message).pinned).toBe(true);

  await alice.slash('pin-admin remove', { channel, role: regulars });
  expect((await bob.contextMenu('Pin', now(guild, message))).text).toContain('You cannot pin messages');
  await alice.slash('undo');
  await bob.contextMenu('Pin', now(guild, message));
  expect(now(guild, message).pinned).toBe(false);
  await alice.slash('pin-admin remove', { channel });
  expect((await alice.slash('pin-admin remove', { channel })).text).toContain('members may not pin anyway');
});

test('a role that is deleted opens the channel to nobody else', async () => {
  const { guild, alice, bob, role } = await newChoicesScene(bot);
  const regulars = await role('Regulars');
  await alice.slash('pin-admin add', { channel: guild.channelId, role: regulars });
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);

  await discordGuild.roles.delete(regulars);

  await expect.poll(async () => (await alice.slash('pin-admin list')).text).toContain('Nowhere');
  const message = await bob.send('Hello');
  expect((await bob.contextMenu('Pin', message)).text).toContain('You cannot pin messages');
});

test('a channel that is deleted is forgotten', async () => {
  const { guild, alice } = await newChoicesScene(bot);
  const { id } = guild.sandbox.addChannel({ name: 'art' });
  await alice.slash('pin-admin add', { channel: id });
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);

  await discordGuild.channels.delete(id);

  await expect.poll(async () => (await alice.slash('pin-admin list')).text).toContain('Nowhere');
});

test('threads and the first message of a post go with their channel', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot);
  const { id: forumId } = guild.sandbox.addChannel({ name: 'ideas', type: ChannelType.GuildForum });
  await alice.slash('pin-admin add', { channel: forumId });
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);
  const forum = await discordGuild.channels.fetch(forumId);
  if (forum?.type !== ChannelType.GuildForum) throw new Error('It is no forum.');
  const post = await forum.threads.create({ name: 'More tea', message: { content: 'Please' } });
  const first = bot.sandbox.messages(post.id)[0];
  if (!first) throw new Error('The post is empty.');

  await bob.in(post).contextMenu('Pin', first);
  expect(now(guild, first).pinned).toBe(true);
  const elsewhere = await bob.send('Not here');
  expect((await bob.contextMenu('Pin', elsewhere)).text).toContain('You cannot pin messages');

  await post.setArchived(true);
  bot.fault.failNext({
    method: 'DELETE',
    template: '/channels/{channel_id}/messages/pins/{message_id}',
    status: 400,
    body: { code: 50_083, message: 'Thread is archived' },
  });
  expect((await bob.in(post).contextMenu('Pin', now(guild, first))).text).toContain(
    'is closed. Open it again',
  );
  expect(now(guild, first).pinned).toBe(true);
});

test('what Discord refuses is explained, and nothing is written down', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot);
  const message = await bob.send('Hello');
  const refuse = (status: number, code: number) =>
    bot.fault.failNext({
      method: 'PUT',
      template: '/channels/{channel_id}/messages/pins/{message_id}',
      status,
      body: { code, message: 'No' },
    });
  const pin = async () => (await alice.contextMenu('Pin', message)).text;

  refuse(400, 30_003);
  expect(await pin()).toContain(`<#${guild.channelId}> has 250 pinned messages, and Discord takes no more.`);
  refuse(404, 10_008);
  expect(await pin()).toBe('The message is gone.');
  refuse(403, 50_013);
  expect(await pin()).toContain('I need **Pin Messages**');
  expect((await alice.slash('undo')).text).not.toContain('pinned');

  await takeFromBot(bot, guild, 'PinMessages');
  expect(await pin()).toContain(`I need **Pin Messages** in <#${guild.channelId}> to pin there.`);
});

test('what Discord wrote itself is not pinned', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot);
  await alice.contextMenu('Pin', await bob.send('Hello'));
  const notice = bot.sandbox.messages(guild.channelId).find(({ type }) => type !== MessageType.Default);
  if (!notice) throw new Error('Discord told nobody.');

  expect((await alice.contextMenu('Pin', notice)).text).toContain('Discord lets nobody pin this message');
});

test('two who pin a message at once pin it once, and neither unpins it', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot);
  await alice.slash('pin-admin add', { channel: guild.channelId });
  const message = await bob.send('Hello');

  await Promise.all([alice, bob, guild.owner].map((member) => member.contextMenu('Pin', message)));

  expect(now(guild, message).pinned).toBe(true);
});

test('however many wait for Discord to pin, one connection to the database waits with them', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot);
  const messages = await Promise.all(Array.from({ length: 12 }, () => bob.send('Hello')));
  bot.fault.failNext({
    method: 'PUT',
    template: '/channels/{channel_id}/messages/pins/{message_id}',
    status: 429,
    retryAfterMs: 500,
  });
  const over = new AbortController();
  let most = 0;
  const watch = async () => {
    while (!over.signal.aborted) most = Math.max(most, await openTransactions());
  };

  const watching = watch();
  await Promise.all(messages.map((message) => alice.contextMenu('Pin', message)));
  over.abort();
  await watching;

  expect(messages.every((message) => now(guild, message).pinned)).toBe(true);
  // The pins’ own, and those that other work opens for a moment.
  expect(most).toBeLessThan(4);
});

/** How many connections of the bot wait within a transaction. */
async function openTransactions(): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select count(*)::int as amount from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction'`.execute(bot.database.handle.db);
  return rows[0]?.amount ?? 0;
}

test('a pin can be undone and repeated, unless somebody was faster', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot);
  const message = await bob.send('Hello');
  await alice.contextMenu('Pin', message);

  expect((await alice.slash('undo')).text).toContain('Unpinned');
  expect(now(guild, message).pinned).toBe(false);
  await alice.slash('redo');
  expect(now(guild, message).pinned).toBe(true);

  await guild.owner.contextMenu('Pin', now(guild, message));
  expect((await alice.slash('undo')).text).toContain('Somebody has unpinned the message since');
});

test('a member reads of a pin in their language', async () => {
  const { guild, alice, bob } = await newChoicesScene(bot);
  await alice.slash('pin-admin add', { channel: guild.channelId });
  const heidi = guild.member({ locale: 'de' });

  const answer = await heidi.contextMenu('Pin', await bob.send('Hallo'));

  expect(answer.text).toContain('ist jetzt angepinnt.');
});
