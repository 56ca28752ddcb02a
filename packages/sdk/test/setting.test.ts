import { ChannelType } from 'discord.js';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { setting } from '../src/index.ts';

const words = { title: 'Title', description: 'What it does' };

const schema = z.strictObject({
  greeting: setting.text({ ...words, default: 'Hello' }),
  note: setting.text({ ...words, multiline: true, maxLength: 20 }),
  points: setting.number({ ...words, min: 1, max: 10, default: 3 }),
  share: setting.number({ ...words, fractions: true }),
  isOn: setting.boolean(words),
  mode: setting.choice({
    ...words,
    options: { delete: 'Delete it', warn: 'Warn the author' },
    default: 'warn',
  }),
  grace: setting.duration({ ...words, default: 600_000 }),
  colour: setting.colour(words),
  emoji: setting.emoji(words),
  channel: setting.channel({ ...words, types: [ChannelType.GuildText] }),
  channels: setting.channels(words),
  role: setting.role(words),
  roles: setting.roles({ ...words, max: 2 }),
  user: setting.user(words),
  users: setting.users(words),
  domains: setting.list({ ...words, of: z.string().max(5), max: 2, default: ['a.org'] }),
  weights: setting.record({ ...words, of: z.number(), max: 2 }),
});

describe('fields of a settings schema', () => {
  test('have the types that their options say', () => {
    type Values = z.output<typeof schema>;

    expectTypeOf<Values['greeting']>().toEqualTypeOf<string>();
    expectTypeOf<Values['note']>().toEqualTypeOf<string | null>();
    expectTypeOf<Values['points']>().toEqualTypeOf<number>();
    expectTypeOf<Values['mode']>().toEqualTypeOf<'delete' | 'warn'>();
    expectTypeOf<Values['channel']>().toEqualTypeOf<string | null>();
    expectTypeOf<Values['roles']>().toEqualTypeOf<string[]>();
    expectTypeOf<Values['weights']>().toEqualTypeOf<Record<string, number>>();
    expect(schema.parse({})).toEqual({
      greeting: 'Hello',
      note: null,
      points: 3,
      share: null,
      isOn: false,
      mode: 'warn',
      grace: 600_000,
      colour: null,
      emoji: null,
      channel: null,
      channels: [],
      role: null,
      roles: [],
      user: null,
      users: [],
      domains: ['a.org'],
      weights: {},
    });
  });

  test.each([
    ['note', 'x'.repeat(21)],
    ['points', 0],
    ['points', 1.5],
    ['mode', 'shout'],
    ['grace', 10],
    ['colour', 0x1_00_00_00],
    ['emoji', 'thumbs up'],
    ['emoji', '👍👍'],
    ['channel', 'general'],
    ['roles', ['1'.repeat(18), '2'.repeat(18), '3'.repeat(18)]],
    ['domains', ['too-long.org']],
    ['weights', { a: 1, b: 2, c: 3 }],
    ['weights', { '': 1 }],
  ])('"%s" does not take %j', (field, value) => {
    expect(schema.safeParse({ [field]: value }).success).toBe(false);
  });

  test.each(['👍', '👩‍👩‍👧', '🇩🇪', '<:blob:123456789012345678>', '<a:dance:123456789012345678>'])(
    'an emoji may be %s',
    (value) => {
      expect(schema.parse({ emoji: value }).emoji).toBe(value);
    },
  );

  test('carry what forms need', () => {
    expect(schema.shape.channel.meta()).toEqual({
      ...words,
      kind: 'channel',
      channelTypes: [ChannelType.GuildText],
    });
    expect(schema.shape.mode.meta()?.labels).toEqual({ delete: 'Delete it', warn: 'Warn the author' });
    expect(schema.shape.note.meta()?.multiline).toBe(true);
  });
});
