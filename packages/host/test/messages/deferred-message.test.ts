import { inspect } from 'node:util';
import { type GatewayMessageCreateDispatchData, type Guild, Message } from 'discord.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Bench, benchGuild, startBench } from '../start-bench.ts';
import { deliver, membership, messageData, person, receive } from './message-packet.ts';

const WRITER = '1200000000000000001';
const OTHER = '1200000000000000002';

let bench: Bench;
let guild: Guild;
let place: { readonly guild_id: string; readonly channel_id: string };
let roleId: string;
beforeAll(async () => {
  bench = await startBench([]);
  const made = await benchGuild(bench, []);
  roleId = made.guild.addRole({ name: 'Artist' }).id;
  place = { guild_id: made.guild.id, channel_id: made.channelId };
  guild = await vi.waitFor(() => {
    const known = bench.host.client.guilds.cache.get(made.guild.id);
    if (!known?.roles.cache.has(roleId)) throw new Error('The role is not known yet.');
    return known;
  });
});
afterAll(() => bench[Symbol.asyncDispose]());

const written = (fields: object = {}): GatewayMessageCreateDispatchData =>
  messageData({ ...place, author: person(WRITER), member: membership([roleId]), ...fields });

const picture = {
  id: '1',
  filename: 'a.png',
  size: 5,
  url: 'https://a.test/a.png',
  proxy_url: 'https://b.test',
};
const KINDS: Readonly<Record<string, () => object>> = {
  'a plain message': () => ({}),
  'a reply': () => ({
    type: 19,
    message_reference: { type: 0, message_id: '7', ...place },
    referenced_message: messageData({ ...place, author: person(OTHER, 'other') }),
  }),
  'one that mentions': () => ({
    content: `<@${OTHER}> <@&${roleId}> <#${place.channel_id}>`,
    mentions: [{ ...person(OTHER, 'other'), member: membership() }],
    mention_roles: [roleId],
    mention_everyone: true,
  }),
  'one with all that can be attached': () => ({
    attachments: [picture],
    embeds: [{ title: 'Title', fields: [{ name: 'a', value: 'b' }] }],
    components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Press', custom_id: 'press' }] }],
    sticker_items: [{ id: '3', name: 'Wave', format_type: 1 }],
    reactions: [{ count: 1, me: false, emoji: { id: null, name: '😀' } }],
    flags: 4,
    position: 3,
    activity: { type: 1, party_id: 'party' },
    application_id: '9',
  }),
  'what Discord itself says': () => ({ type: 7, content: '' }),
  'a poll': () => ({
    poll: {
      question: { text: 'Which?' },
      answers: [],
      allow_multiselect: false,
      layout_type: 1,
      expiry: null,
    },
  }),
  'what a webhook says': () => ({ webhook_id: '5', author: person('5', 'hook'), member: undefined }),
};
const GETTERS = Object.entries(Object.getOwnPropertyDescriptors(Message.prototype)).flatMap(
  ([name, descriptor]) => (descriptor.get ? [name] : []),
);

/** The message as the bot hears of it, and as discord.js builds it. */
function both(fields: object): { readonly heard: Message; readonly built: Message } {
  const data = written(fields);
  const [heard] = receive(bench.host.client, data);
  return { heard: heard!, built: Reflect.construct(Message, [bench.host.client, structuredClone(data)]) };
}

test.each(Object.keys(KINDS))('%s has everything that discord.js gives it', (kind) => {
  const { heard, built } = both(KINDS[kind]!());

  expect(heard).toBeInstanceOf(Message);
  expect(heard.constructor).toBe(Message);
  for (const name of [...Object.keys(built), ...GETTERS])
    expect({ [name]: Reflect.get(heard, name) }).toEqual({ [name]: Reflect.get(built, name) });
  expect(Object.keys(heard)).toEqual(Object.keys(built));
  expect(Object.getPrototypeOf(heard)).toBe(Message.prototype);
});

/** Every way to read it first, of a message of which nothing was read. */
const FIRST_READS: Readonly<Record<string, (message: Message) => unknown>> = {
  'as JSON': (message) =>
    JSON.parse(
      JSON.stringify(message, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ),
  inspected: (message) => inspect(message, { depth: 0 }),
  cloned: (message) => (Reflect.get(message, '_clone') as () => Message).call(message).embeds,
  'whether it equals itself': (message) => message.equals(message, undefined),
  'as a text': (message) => String(message),
};

test.each(Object.keys(FIRST_READS))('a message that is read first %s gives what discord.js gives', (way) => {
  const { heard, built } = both(KINDS['one with all that can be attached']!());

  expect(FIRST_READS[way]!(heard)).toEqual(FIRST_READS[way]!(built));
});

test('every part of a message can be the first that is read', () => {
  const { built } = both({});
  for (const name of Object.keys(built)) {
    const { heard, built: reference } = both(KINDS['one with all that can be attached']!());
    expect({ [name]: Reflect.get(heard, name) }).toEqual({ [name]: Reflect.get(reference, name) });
  }
});

test('every part of a message can be set, as on one of discord.js', () => {
  const { built } = both({});
  for (const name of Object.keys(built)) {
    const { heard } = both({});
    Reflect.set(heard, name, 'mine');
    void heard.flags;
    expect({ [name]: Reflect.get(heard, name) }).toEqual({ [name]: 'mine' });
  }
});

test('files stay the same objects when the rest is read', () => {
  const { heard } = both({ attachments: [picture] });
  const files = heard.attachments;

  expect(heard.embeds).toEqual([]);
  expect(heard.attachments).toBe(files);
});

test('a message that is read late does not undo what became known of its people since', () => {
  const mention = { ...person(OTHER, 'other'), member: membership() };
  const [early] = receive(bench.host.client, written({ mentions: [mention] }));
  const renamed = { ...mention, username: 'renamed', member: { ...mention.member, nick: 'Nick' } };
  deliver(
    bench.host.client,
    written({ author: { ...person(WRITER), username: 'new-name' }, mentions: [renamed] }),
  );

  expect(early?.mentions.users.get(OTHER)?.username).toBe('renamed');
  expect(early?.mentions.members?.get(OTHER)?.nickname).toBe('Nick');
  expect(early?.author.username).toBe('new-name');
  expect(guild.members.cache.get(OTHER)?.nickname).toBe('Nick');
});
