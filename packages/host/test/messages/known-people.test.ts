import type { Guild } from 'discord.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Bench, benchGuild, startBench } from '../start-bench.ts';
import { deliver, membership, messageData, person } from './message-packet.ts';

let bench: Bench;
let guild: Guild;
let channelId: string;
beforeAll(async () => {
  bench = await startBench([]);
  const made = await benchGuild(bench, []);
  ({ channelId } = made);
  const channel = await vi.waitFor(() => {
    const known = bench.host.client.channels.cache.get(channelId);
    if (!known || known.isDMBased()) throw new Error('The channel is not known yet.');
    return known;
  });
  ({ guild } = channel);
});
afterAll(() => bench[Symbol.asyncDispose]());

let lastPerson = 1_200_000_000_000_000_000n;
const newId = (): string => String((lastPerson += 1n));

/** Somebody writes, and no plugin listens. */
function write(author: object, member: object, rest: object = {}): void {
  deliver(
    bench.host.client,
    messageData({ guild_id: guild.id, channel_id: channelId, author, member, ...rest }),
  );
}

test('knows who wrote where no plugin listens', () => {
  const id = newId();
  write(person(id), membership(['1']));

  expect(guild.members.cache.get(id)).toMatchObject({ nickname: null, _roles: ['1'], pending: false });
  expect(guild.members.cache.get(id)?.user).toBe(bench.host.client.users.cache.get(id));
});

test('knows whom a message mentions, and whom it answers', () => {
  const [mentioned, answered, named] = [newId(), newId(), newId()];
  const referenced_message = messageData({ author: person(answered), mentions: [person(named)] });
  const mentions = [{ ...person(mentioned), member: { ...membership(), nick: 'Nick' } }];
  write(person(newId()), membership(), { mentions, referenced_message });

  expect(guild.members.cache.get(mentioned)?.nickname).toBe('Nick');
  for (const id of [answered, named])
    expect(bench.host.client.users.cache.get(id)?.username).toBe('somebody');
});

const CHANGES = {
  nick: ['Nick', 'nickname', 'Nick'],
  avatar: ['hash', 'avatar', 'hash'],
  banner: ['hash', 'banner', 'hash'],
  roles: [['1', '3'], '_roles', ['1', '3']],
  pending: [true, 'pending', true],
  joined_at: ['2025-02-03T00:00:00+00:00', 'joinedTimestamp', Date.parse('2025-02-03T00:00:00Z')],
  premium_since: ['2025-02-03T00:00:00+00:00', 'premiumSinceTimestamp', Date.parse('2025-02-03T00:00:00Z')],
  communication_disabled_until: [
    '2025-02-03T00:00:00+00:00',
    'communicationDisabledUntilTimestamp',
    Date.parse('2025-02-03T00:00:00Z'),
  ],
  avatar_decoration_data: [{ asset: 'a', sku_id: '1' }, 'avatarDecorationData', { asset: 'a', skuId: '1' }],
  collectibles: [{ nameplate: undefined }, 'collectibles', { nameplate: null }],
  flags: [8, 'flags', expect.objectContaining({ bitfield: 8 })],
} as const;

test.each(Object.entries(CHANGES))(
  'a message tells of a new %s, and of the old one again',
  (field, [value, name, expected]) => {
    const id = newId();
    const before = membership(['1', '2']);
    write(person(id), before);
    const old: unknown = Reflect.get(guild.members.cache.get(id)!, name);
    write(person(id), { ...before, [field]: value });
    expect(Reflect.get(guild.members.cache.get(id)!, name)).toEqual(expected);

    write(person(id), { ...before, ...(field === 'collectibles' && { collectibles: null }) });
    expect(Reflect.get(guild.members.cache.get(id)!, name)).toEqual(old);
  },
);

test.each([
  ['username', 'renamed', 'username'],
  ['global_name', 'Renamed', 'globalName'],
  ['avatar', 'hash', 'avatar'],
])('a message tells of a new %s of an account', (field, value, name) => {
  const id = newId();
  write(person(id), membership());
  write({ ...person(id), [field]: value }, membership());

  expect(Reflect.get(bench.host.client.users.cache.get(id)!, name)).toBe(value);
});
