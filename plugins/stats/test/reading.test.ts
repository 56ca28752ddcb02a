import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild, type TestMember } from '@twi/testing';
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { statsPlugin } from '../src/index.ts';
import { databaseOf, settle, totals, until } from './stats-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [statsPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

interface Scene {
  readonly guild: TestGuild;
  readonly alice: TestMember;
  readonly bob: TestMember;
  /** Which the owner alone can read. */
  readonly secret: string;
}

async function newScene(): Promise<Scene> {
  const guild = await bot.guild({ enable: ['stats'] });
  const [alice, bob] = ['alice', 'bob'].map((username) => guild.member({ username })) as [
    TestMember,
    TestMember,
  ];
  const secret = guild.sandbox.addChannel({
    name: 'secret',
    permission_overwrites: [
      { id: guild.id, type: 0, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) },
      { id: bot.sandbox.application.id, type: 1, allow: String(PermissionFlagsBits.ViewChannel), deny: '0' },
    ],
  }).id;
  return { guild, alice, bob, secret };
}

async function say(person: TestMember, count: number, channelId?: string): Promise<void> {
  const there = channelId === undefined ? person : person.in({ id: channelId });
  for (let index = 0; index < count; index += 1) await there.send(`Message ${index}`);
}

/** Waits until so many messages are counted. */
async function counted(guild: TestGuild, messages: number): Promise<void> {
  await until(async () => {
    await settle(bot);
    return (await totals(bot, guild)).messages >= messages;
  }, `${messages} messages are counted`);
}

/** A private thread of a channel, which the bot starts. */
async function privateThread({ id, channelId }: TestGuild): Promise<string> {
  const channel = container.client.guilds.cache.get(id)?.channels.cache.get(channelId);
  if (channel?.type !== ChannelType.GuildText) throw new Error('The channel is missing.');
  return (await channel.threads.create({ name: 'Plans', type: ChannelType.PrivateThread })).id;
}

test('shows the numbers of a server, with the names of what the caller can read', async () => {
  const { guild, alice, bob, secret } = await newScene();
  await say(alice, 3);
  await say(bob, 2);
  await say(guild.owner, 4, secret);
  await counted(guild, 9);

  const reply = await alice.slash('stats server');

  expect(reply.isEphemeral).toBe(true);
  expect(reply.text).toContain('last 7 days');
  // The sum is of all channels; who and where is of those that she can read.
  expect(reply.text).toMatch(/Messages\n9 \(1\.3 a day\)/);
  expect(reply.text).toContain(`1. <@${alice.id}>: 3\n2. <@${bob.id}>: 2`);
  expect(reply.text).toContain(`1. <#${guild.channelId}>: 5`);
  expect(reply.text).not.toContain(secret);
  expect(reply.text).not.toContain(guild.owner.id);
  expect(reply.embeds[0]?.image?.url).toContain('statistics.png');

  const whole = await guild.owner.slash('stats server', { days: 30 });
  expect(whole.text).toContain(`1. <@${guild.owner.id}>: 4`);
  expect(whole.text).toContain(`<#${secret}>: 4`);
  expect((await alice.slash('stats server', { days: 365 })).text).toContain('last 365 days');

  const shown = await guild.owner.slash('stats server', { public: true });
  expect(shown.isEphemeral).toBe(false);
  expect(shown.text).not.toContain(secret);
});

test('shows a channel with its threads to those who can read it', async () => {
  const { guild, alice, bob, secret } = await newScene();
  await say(alice, 2);
  const thread = await alice.actor.startThread('Tea');
  await say(bob, 3, thread);
  const hidden = await privateThread(guild);
  await say(guild.owner, 4, hidden);
  await say(guild.owner, 1, secret);
  await counted(guild, 10);

  const reply = await alice.slash('stats channel', { days: 1 });

  expect(reply.text).toMatch(/Messages\n5\n/);
  expect(reply.text).toContain(`1. <@${bob.id}>: 3\n2. <@${alice.id}>: 2`);
  expect(reply.embeds[0]?.image?.url).toContain('statistics.png');
  expect((await guild.owner.slash('stats channel')).text).toMatch(/Messages\n9 /);
  expect((await alice.slash('stats thread', { target: thread })).text).toContain(`1. <@${bob.id}>: 3`);
  for (const [command, target] of [
    ['stats channel', secret],
    ['stats thread', hidden],
  ] as const) {
    const refused = await alice.slash(command, { target });
    expect(refused.text).toBe(
      `You cannot read <#${target}>, so I do not show its numbers. Choose a channel that you can read.`,
    );
  }
  expect((await guild.owner.slash('stats channel', { target: secret, public: true })).text).toContain(
    'Not every member can read',
  );
  expect((await alice.slash('stats thread')).text).toContain('This is no thread');
});

test('knows that a thread is private of which it was only told afterwards', { timeout: 30_000 }, async () => {
  const { guild, alice } = await newScene();
  const hidden = await privateThread(guild);
  await alice.send('It begins');
  await counted(guild, 1);
  await bot.stop();
  await say(guild.owner, 4, hidden);
  await bot.restart();
  await counted(guild, 5);

  const { rows } = await sql`select from stats.private_threads where channel_id = ${hidden}`.execute(
    databaseOf(bot),
  );
  expect(rows).toHaveLength(1);
  // An archived thread is not known any more when the bot starts.
  container.client.channels.cache.delete(hidden);
  container.client.guilds.cache.get(guild.id)?.channels.cache.delete(hidden);
  expect((await alice.slash('stats channel', { days: 1 })).text).toMatch(/Messages\n1\n/);
  expect((await guild.owner.slash('stats channel', { days: 1 })).text).toMatch(/Messages\n5\n/);
});

test('shows members, roles and categories, of what the caller can read', async () => {
  const { guild, alice, bob, secret } = await newScene();
  const category = guild.sandbox.addChannel({ name: 'Art', type: ChannelType.GuildCategory }).id;
  const art = guild.sandbox.addChannel({ name: 'art', parent_id: category }).id;
  const role = guild.sandbox.addRole({ name: 'Artists' });
  const carol = guild.member({ username: 'carol', roleIds: [role.id] });
  await say(alice, 1, art);
  await say(carol, 2, art);
  await say(carol, 1);
  await say(guild.owner, 2, secret);
  await counted(guild, 6);

  expect((await bob.slash('stats category', { target: category })).text).toMatch(/Messages\n3 [^]*<#\d+>: 3/);
  const closed = guild.sandbox.addChannel({
    name: 'Plans of the staff',
    type: ChannelType.GuildCategory,
    permission_overwrites: [
      { id: guild.id, type: 0, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) },
    ],
  }).id;
  expect((await bob.slash('stats category', { target: closed })).text).toMatch(/^You cannot read/);
  const ofRole = await bob.slash('stats role', { target: role.id });
  expect(ofRole.text).toMatch(/Messages\n3 /);
  expect(ofRole.text).toContain('1 of 1 members');
  const ofCarol = await bob.slash('stats user', { target: carol });
  expect(ofCarol.text).toContain(`1. <#${art}>: 2\n2. <#${guild.channelId}>: 1`);
  expect((await bob.slash('stats user', { target: guild.owner })).text).toContain('Nothing was counted');
  expect((await guild.owner.slash('stats user')).text).toContain(`<#${secret}>: 2`);
  expect((await alice.slash('stats user', { days: 1 })).text).toMatch(/Messages\n1/);
});

test('names those who left and channels that are gone, and not those who opted out', async () => {
  const { guild, alice, bob } = await newScene();
  const old = guild.sandbox.addChannel({ name: 'old' }).id;
  await say(alice, 3, old);
  await say(bob, 2);
  await counted(guild, 5);
  await alice.leave();
  await container.client.guilds.cache.get(guild.id)?.channels.delete(old);
  await until(async () => {
    const { text } = await guild.owner.slash('stats server');
    return text.includes('alice (left): 3') && text.includes('deleted channel: 3');
  }, 'both are named');

  // Nobody can tell any more who was allowed to read it.
  const { text } = await bob.slash('stats server');
  expect(text).not.toContain('alice');
  expect(text).not.toContain('deleted channel');

  await container.stats.optOuts.optOut(guild.id, bob.id);
  expect((await guild.owner.slash('stats server')).text).not.toContain(bob.id);
  expect((await guild.owner.slash('stats user', { target: bob })).text).toContain(
    'does not want to be counted',
  );
});

test('counts the messages of the last hours', async () => {
  const { guild, alice, secret } = await newScene();
  await say(alice, 3);
  await counted(guild, 3);

  const hours = await alice.slash('messagecount', { channel: guild.channelId, hours: 2 });
  expect(hours.text).toMatch(
    new RegExp(
      `^\\*\\*3\\*\\* messages in <#${guild.channelId}> since <t:\\d+:f>: \\*\\*1(\\.\\d+)?\\*\\* an hour\\.$`,
    ),
  );
  const year = await alice.slash('messagecount', { channel: guild.channelId, hours: 8760 });
  expect(year.text).toContain('**3** messages');
  expect(year.text).toContain('Hours are known for 90 days');
  expect((await alice.slash('messagecount', { channel: secret, hours: 2 })).text).toContain('cannot read');
});
