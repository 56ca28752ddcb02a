import { definePlugin } from '@twi/sdk';
import { Events, GatewayIntentBits } from 'discord.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { eventGuild } from '../../src/gate/event-guild.ts';
import { type Bench, benchGuild, startBench } from '../start-bench.ts';

const everything = definePlugin({
  id: 'ears',
  title: 'Ears',
  description: 'Needs every intent.',
  intents: [
    GatewayIntentBits.GuildMembers,
    GatewayIntentBits.GuildModeration,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.DirectMessages,
    GatewayIntentBits.MessageContent,
  ],
});

/** What happens below must arrive as these, so that the test looks at something. */
const EXPECTED = [
  Events.GuildCreate,
  Events.ChannelCreate,
  Events.GuildRoleCreate,
  Events.GuildMemberAdd,
  Events.GuildMemberRemove,
  Events.GuildBanAdd,
  Events.GuildAuditLogEntryCreate,
  Events.MessageCreate,
  Events.MessageUpdate,
  Events.MessageDelete,
  Events.MessageBulkDelete,
  Events.MessageReactionAdd,
  Events.MessageReactionRemove,
  Events.ThreadCreate,
  Events.ThreadUpdate,
] as const;

/** Of the process or a connection, or from before the guild was known. */
const OF_NO_GUILD = new Set<string | symbol>([
  Events.Raw,
  Events.Debug,
  Events.CacheSweep,
  Events.UserUpdate,
  Events.GuildAvailable,
]);

let bench: Bench;
beforeAll(async () => {
  bench = await startBench([everything]);
});
afterAll(() => bench[Symbol.asyncDispose]());

test('every event of a guild, as discord.js emits it, is found to be of that guild', async () => {
  const { client } = bench.host;
  const seen = new Map<string | symbol, Set<string | undefined>>();
  const emit = client.emit.bind(client);
  const spy = vi.spyOn(client, 'emit').mockImplementation((event: string | symbol, ...args: unknown[]) => {
    seen.set(event, (seen.get(event) ?? new Set()).add(eventGuild(args)));
    return Reflect.apply<typeof client, unknown[], boolean>(emit, client, [event, ...args]);
  });

  const { guild, member, channelId } = await benchGuild(bench, []);
  guild.addRole({ name: 'Staff' });
  const guest = bench.sandbox.createUser({ username: 'guest' });
  guild.addMember(guest.id);
  guild.removeMember(guest.id);
  const channel = await vi.waitUntil(() => client.channels.cache.get(channelId), 5_000);
  if (!channel.isSendable() || !('threads' in channel))
    throw new TypeError('The channel is no text channel.');
  const message = await member.send('hello');
  await member.edit(message, 'hello again');
  await member.react(message, '👍');
  await member.unreact(message, '👍');
  await member.delete(message);
  await channel.bulkDelete([await channel.send('one'), await channel.send('two')]);
  const thread = await channel.threads.create({ name: 'aside' });
  await thread.setName('aside, renamed');
  await client.guilds.cache.get(guild.id)?.bans.create(member.userId);

  await vi.waitFor(() => expect([...seen.keys()]).toEqual(expect.arrayContaining([...EXPECTED])), 5_000);
  spy.mockRestore();
  const strays = [...seen].filter(
    ([event, guilds]) => !OF_NO_GUILD.has(event) && [...guilds].join() !== guild.id,
  );
  expect(strays).toEqual([]);
});

test('a direct message is of no guild', async () => {
  const user = bench.sandbox.createUser({ username: 'writer' });
  const { guild } = await benchGuild(bench, []);
  guild.addMember(user.id);
  const { client } = bench.host;
  const arrived = new Promise<unknown[]>((resolve) => {
    client.once(Events.MessageCreate, (...args) => resolve(args));
  });

  const channelId = bench.sandbox.guild(guild.id)?.channel('general')?.id ?? '';
  await bench.sandbox.as(user.id, { channelId }).inDirectMessages().send('psst');

  expect(eventGuild(await arrived)).toBeUndefined();
});

test('a raw packet tells its guild too', () => {
  expect(eventGuild([{ guild_id: '823456789012345678' }, 0])).toBe('823456789012345678');
  expect(eventGuild([undefined, null, 5, 'x'])).toBeUndefined();
});
