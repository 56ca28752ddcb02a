import { channelOutlines, definePlugin } from '@twi/sdk';
import { ChannelType, type Guild, OverwriteType, PermissionFlagsBits, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SandboxGuild } from '@twi/sandbox';
import type { DeferredCollection } from '../../src/caches/deferred-collection.ts';
import { type Bench, startBench } from '../start-bench.ts';

const WAIT = { timeout: 5_000 };

let bench: Bench;
beforeAll(async () => {
  bench = await startBench([
    definePlugin({ id: 'places', title: 'Places', description: 'Looks at places.' }),
  ]);
});
afterAll(() => bench[Symbol.asyncDispose]());

interface Made {
  readonly made: SandboxGuild;
  readonly category: string;
  readonly hall: string;
  readonly thread: string;
  readonly secret: string;
  readonly ownerId: string;
}

/** A guild that nobody has touched: the bot came to it when everything was there. */
async function untouched(): Promise<Made> {
  const { id: ownerId } = bench.sandbox.createUser({ username: `owner${Math.random()}`.slice(0, 20) });
  const made = bench.sandbox.createGuild({ name: 'Quiet', ownerId });
  made.removeBot();
  await expect.poll(() => guildOf(made), WAIT).toBeUndefined();
  made.addRole({ name: 'Painter', permissions: ['ManageMessages'] });
  const category = made.addChannel({ name: 'Rooms', type: ChannelType.GuildCategory }).id;
  const hall = made.addChannel({ name: 'hall', parent_id: category }).id;
  const secret = made.addChannel({
    name: 'secret',
    permission_overwrites: [
      { id: made.id, type: OverwriteType.Role, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) },
    ],
  }).id;
  const actor = bench.sandbox.as(ownerId, { channelId: hall });
  const thread = await actor.startThread('sketches');
  made.addBot();
  await expect.poll(() => guildOf(made)?.available, WAIT).toBe(true);
  return { made, category, hall, thread, secret, ownerId };
}

const guildOf = ({ id }: SandboxGuild): Guild | undefined => bench.host.client.guilds.cache.get(id);
const isBuilt = (id: string): boolean =>
  Array.from((bench.host.client.channels.cache as DeferredCollection<unknown>).built()).some(
    ([built]) => built === id,
  );

test('builds no channel of a guild that nobody touches', async () => {
  const { hall, thread, secret } = await untouched();

  expect([hall, thread, secret].map(isBuilt)).toEqual([false, false, false]);
});

test('builds the channel that is asked for alone, the same for everybody', async () => {
  const { made, hall, secret } = await untouched();
  const { channels } = bench.host.client;
  const channel = channels.cache.get(hall);

  expect(channel).toMatchObject({ name: 'hall', guildId: made.id });
  expect(guildOf(made)?.channels.cache.get(hall)).toBe(channel);
  expect(isBuilt(secret)).toBe(false);
  expect(channels.resolve(hall)).toBe(channel);
});

test('outlines the channels and threads of a guild without building any', async () => {
  const { made, category, hall, thread, secret } = await untouched();
  const forum = made.addChannel({ name: 'posts', type: ChannelType.GuildForum }).id;
  await expect.poll(() => guildOf(made)?.channels.cache.has(forum), WAIT).toBe(true);
  const outlines = new Map(Array.from(channelOutlines(guildOf(made)!), (outline) => [outline.id, outline]));

  expect([...outlines.keys()].toSorted(byId)).toEqual(
    [...made.channels.map(({ id }) => id), thread].toSorted(byId),
  );
  expect(outlines.get(hall)).toMatchObject({ type: ChannelType.GuildText, parentId: category });
  expect(outlines.get(thread)).toMatchObject({ type: ChannelType.PublicThread, parentId: hall });
  expect(outlines.get(forum)?.lastMessageId).toBeNull();
  expect([hall, thread, secret].map(isBuilt)).toEqual([false, false, false]);
});

test('outlines what has changed since, as the channels themselves have it', async () => {
  const { made, hall, secret, ownerId } = await untouched();
  const newest = (): (string | null | undefined)[] => {
    const outlines = Array.from(channelOutlines(guildOf(made)!));
    return [hall, secret].map((wanted) => outlines.find(({ id }) => id === wanted)?.lastMessageId);
  };
  expect(newest()).toEqual([null, null]);
  const { id } = await bench.sandbox.as(ownerId, { channelId: hall }).send('Good morning!');

  await expect.poll(newest, WAIT).toEqual([id, null]);
  expect(isBuilt(secret)).toBe(false);
});

test('answers what a cache answers, without anybody having looked', async () => {
  const { made, category, hall, thread, secret } = await untouched();
  const { cache } = guildOf(made)!.channels;

  expect(cache.size).toBe(made.channels.length + 1);
  expect(cache.has(secret)).toBe(true);
  expect(cache.find(({ name }) => name === 'secret')?.id).toBe(secret);
  expect(cache.filter((channel) => channel.parentId === category).map(({ id }) => id)).toEqual([hall]);
  expect(cache.get(thread)?.parent).toBe(cache.get(hall));
  expect([...cache.keys()].toSorted(byId)).toEqual(
    [...made.channels.map(({ id }) => id), thread].toSorted(byId),
  );
  const seen: string[] = [];
  cache.forEach(({ id }) => seen.push(id));
  expect(seen.toSorted(byId)).toEqual([...cache.keys()].toSorted(byId));
});

test('lists the threads of a channel beneath it', async () => {
  const { hall, thread } = await untouched();
  const channel = bench.host.client.channels.cache.get(hall);
  if (channel?.type !== ChannelType.GuildText) throw new TypeError('That is no text channel.');

  expect([...channel.threads.cache.keys()]).toEqual([thread]);
});

test('knows who may do what', async () => {
  const { made, hall, secret, ownerId } = await untouched();
  const guild = guildOf(made)!;
  const mine = (id: string) => guild.channels.cache.get(id)?.permissionsFor(guild.members.me!);

  expect(guild.channels.cache.get(secret)?.permissionsFor(guild.roles.everyone).has('ViewChannel')).toBe(
    false,
  );
  expect(mine(hall)?.has('ViewChannel')).toBe(true);
  expect((await guild.members.fetch(ownerId)).permissionsIn(secret).has('ViewChannel')).toBe(true);
  expect(guild.roles.cache.find(({ name }) => name === 'Painter')?.permissions.toArray()).toEqual([
    'ManageMessages',
  ]);
});

test('tells of a change to a channel that nobody had looked at', async () => {
  const { hall } = await untouched();
  const renamed: (readonly string[])[] = [];
  bench.host.client.on('channelUpdate', (before, after) => {
    if (!before.isDMBased() && !after.isDMBased()) renamed.push([before.name, after.name]);
  });
  await bench.host.client.rest.patch(Routes.channel(hall), { body: { name: 'great-hall' } });

  await expect.poll(() => renamed, WAIT).toEqual([['hall', 'great-hall']]);
});

test('takes in channels, threads and roles that are made in a guild that nobody had looked at', async () => {
  const { made, hall, ownerId } = await untouched();
  const created: string[] = [];
  bench.host.client.on('channelCreate', ({ name }) => created.push(name));
  bench.host.client.on('threadCreate', ({ name }) => created.push(name));
  bench.host.client.on('roleCreate', ({ name }) => created.push(name));
  made.addChannel({ name: 'new-room' });
  await bench.sandbox.as(ownerId, { channelId: hall }).startThread('new-thread');
  made.addRole({ name: 'New role' });

  await expect.poll(() => created, WAIT).toEqual(['new-room', 'new-thread', 'New role']);
  const guild = guildOf(made)!;
  expect(guild.channels.cache.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['hall', 'secret', 'new-room', 'new-thread', 'sketches']),
  );
  expect(guild.roles.cache.map(({ name }) => name)).toEqual(expect.arrayContaining(['Painter', 'New role']));
});

test('says who left a guild that nobody had looked at', async () => {
  const { made } = await untouched();
  const left: string[] = [];
  bench.host.client.on('guildDelete', ({ id }) => left.push(id));
  const ids = made.channels.map(({ id }) => id);
  made.removeBot();

  await expect.poll(() => left, WAIT).toContain(made.id);
  expect(ids.filter((id) => bench.host.client.channels.cache.has(id))).toEqual([]);
});

test('finds the direct messages of a person without building anything else', async () => {
  const { secret, ownerId } = await untouched();
  const user = await bench.host.client.users.fetch(ownerId);
  const channel = await user.createDM();

  expect(user.dmChannel).toBe(channel);
  expect(bench.host.client.sweepers.sweepThreads(() => false)).toBe(0);
  expect(isBuilt(secret)).toBe(false);
});

test('keeps what was built over an outage, and sees what changed meanwhile', async () => {
  const { made, hall, secret } = await untouched();
  const built = bench.host.client.channels.cache.get(hall);
  const guild = guildOf(made)!;
  // As the gateway tells it.
  const { client } = bench.host;
  const again = {
    id: made.id,
    unavailable: false,
    channels: [
      { id: hall, type: 0, name: 'hall-renamed', position: 0, permission_overwrites: [], guild_id: made.id },
      { id: '1599999999999999999', type: 0, name: 'unseen', position: 1, permission_overwrites: [] },
    ],
    threads: [],
    roles: [
      {
        id: made.id,
        name: '@everyone',
        permissions: '1024',
        position: 0,
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      },
    ],
    emojis: [],
    stickers: [],
    members: [],
    voice_states: [],
  };
  (guild as unknown as { _patch(data: object): void })['_patch'](again);

  expect(client.channels.cache.get(hall)).toBe(built);
  expect(guild.channels.cache.map((channel) => channel.name)).toEqual(['hall-renamed', 'unseen']);
  expect(client.channels.cache.has(secret)).toBe(false);
  expect(guild.roles.cache.size).toBe(1);
});

const byId = (one: string, other: string): number => one.localeCompare(other);
