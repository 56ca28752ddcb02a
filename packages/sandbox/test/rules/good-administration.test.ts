import { expect, test } from 'vitest';
import { COMMANDS, edit, judge, message, type Sample } from './judge.ts';

const ID = '123456789012345678';
const DAY_MS = 24 * 60 * 60 * 1_000;
const EPOCH_MS = 1_420_070_400_000;
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const today = (index: number) => String((BigInt(Date.now() - EPOCH_MS) << 22n) + BigInt(index));
const request = (route: string, body?: unknown, more: Partial<Sample> = {}): Sample => {
  const [method = '', template = ''] = route.split(' ');
  return { method, template, body, ...more };
};

const ADMINISTRATION: readonly [string, Sample][] = [
  [
    'a reply',
    message({ content: 'x', tts: false, message_reference: { message_id: ID, fail_if_not_exists: true } }),
  ],
  ['a forward', message({ message_reference: { type: 1, message_id: ID, channel_id: ID } })],
  ['a sticker', message({ sticker_ids: [ID] })],
  ['a nonce', message({ content: 'x', nonce: '123', enforce_nonce: true })],
  ['flags as digits', message({ content: 'x', flags: '4' })],
  [
    'nothing but nulls beside the content',
    message({ content: 'x', embeds: null, components: null, allowed_mentions: null }),
  ],
  ['a field of tomorrow', message({ content: 'x', hologram: { size: 3 } })],
  ['an edit of flags', edit({ flags: 4 })],
  ['an edit that empties the content', edit({ content: '', embeds: [] })],
  ['an edit that keeps an attachment', edit({ attachments: [{ id: ID }] })],
  [
    'an edit to texts of the new kind',
    edit({ components: [{ type: 10, content: 'x' }] }, { messageFlags: 1 << 15 }),
  ],
  ['an edit of a message nobody knows', edit({ components: [{ type: 10, content: 'x' }] })],
  [
    'a timeout of 28 days',
    request('PATCH /guilds/{guild_id}/members/{user_id}', {
      communication_disabled_until: new Date(Date.now() + 28 * DAY_MS).toISOString(),
    }),
  ],
  [
    'a timeout with an offset',
    request('PATCH /guilds/{guild_id}/members/{user_id}', {
      communication_disabled_until: '2020-01-01T00:00:00+02:00',
    }),
  ],
  [
    'the end of a timeout',
    request('PATCH /guilds/{guild_id}/members/{user_id}', { communication_disabled_until: null }),
  ],
  [
    'a nickname and roles',
    request('PATCH /guilds/{guild_id}/members/{user_id}', { nick: null, roles: [ID] }),
  ],
  [
    'a ban',
    request(
      'PUT /guilds/{guild_id}/bans/{user_id}',
      { delete_message_seconds: 604_800 },
      { auditReason: 'x'.repeat(512) },
    ),
  ],
  ['a ban without body', request('PUT /guilds/{guild_id}/bans/{user_id}')],
  [
    '200 bans',
    request('POST /guilds/{guild_id}/bulk-ban', {
      user_ids: times(200, () => ID),
      delete_message_seconds: 0,
    }),
  ],
  [
    'a role',
    request('POST /guilds/{guild_id}/roles', {
      name: 'Artist',
      colors: { primary_color: 0x11_22_33 },
      hoist: true,
      permissions: '1071698660929',
      mentionable: false,
    }),
  ],
  ['positions of roles', request('PATCH /guilds/{guild_id}/roles', [{ id: ID, position: 3 }])],
  [
    'a text channel',
    request('POST /guilds/{guild_id}/channels', {
      name: 'art',
      type: 0,
      topic: 'x'.repeat(1_024),
      nsfw: true,
      parent_id: ID,
      rate_limit_per_user: 21_600,
      permission_overwrites: [{ id: ID, type: 0, allow: '0', deny: '1024' }],
    }),
  ],
  [
    'a forum',
    request('POST /guilds/{guild_id}/channels', {
      name: 'art',
      type: 15,
      topic: 'x'.repeat(4_096),
      available_tags: [{ name: 'oil', moderated: false, emoji_id: null, emoji_name: '🎨' }],
      default_reaction_emoji: { emoji_id: null, emoji_name: '⭐' },
      default_sort_order: 0,
    }),
  ],
  ['a media channel', request('POST /guilds/{guild_id}/channels', { name: 'art', type: 16 })],
  [
    'positions of channels',
    request('PATCH /guilds/{guild_id}/channels', [
      { id: ID, position: 1, lock_permissions: false, parent_id: null },
    ]),
  ],
  [
    'a channel update',
    request(
      'PATCH /channels/{channel_id}',
      { name: 'art', topic: null, rate_limit_per_user: 0 },
      { channelType: 0 },
    ),
  ],
  ['a lock', request('PATCH /channels/{channel_id}', { archived: true, locked: true }, { channelType: 11 })],
  [
    'guidelines of a channel nobody knows',
    request('PATCH /channels/{channel_id}', { topic: 'x'.repeat(4_096) }),
  ],
  [
    'an overwrite',
    request('PUT /channels/{channel_id}/permissions/{overwrite_id}', {
      id: ID,
      type: 1,
      allow: '1024',
      deny: '0',
    }),
  ],
  [
    'a thread',
    request('POST /channels/{channel_id}/threads', {
      name: 'Talk',
      auto_archive_duration: 1_440,
      type: 11,
      invitable: undefined,
      rate_limit_per_user: undefined,
    }),
  ],
  [
    'a thread of a message',
    request('POST /channels/{channel_id}/messages/{message_id}/threads', {
      name: 'Talk',
      auto_archive_duration: 60,
    }),
  ],
  [
    'an invite for ever',
    request('POST /channels/{channel_id}/invites', { max_age: 0, max_uses: 0, unique: true }),
  ],
  ['an invite for a week', request('POST /channels/{channel_id}/invites', { max_age: 604_800 })],
  ['a webhook', request('POST /channels/{channel_id}/webhooks', { name: 'Gallery', avatar: null })],
  [
    'a message under another name',
    request('POST /webhooks/{webhook_id}/{webhook_token}', {
      content: 'x',
      username: 'Gallery',
      avatar_url: 'https://a.example/b.png',
    }),
  ],
  [
    '100 messages to delete',
    request('POST /channels/{channel_id}/messages/bulk-delete', { messages: times(100, today) }),
  ],
  ['a new picture of the bot', request('PATCH /users/@me', { avatar: 'data:image/png;base64,AA' })],
  ['a conversation', request('POST /users/@me/channels', { recipient_id: ID })],
  [
    'a rule',
    request('POST /guilds/{guild_id}/auto-moderation/rules', {
      name: 'Words',
      event_type: 1,
      trigger_type: 1,
      trigger_metadata: { keyword_filter: ['spam'] },
      actions: [{ type: 1, metadata: { custom_message: 'No' } }],
      enabled: true,
    }),
  ],
  [
    'a rule switched off',
    request('PATCH /guilds/{guild_id}/auto-moderation/rules/{rule_id}', { enabled: false }),
  ],
  [
    'an event outside',
    request('POST /guilds/{guild_id}/scheduled-events', {
      name: 'Exhibition',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Hall' },
      scheduled_start_time: new Date(Date.now() + DAY_MS).toISOString(),
      scheduled_end_time: new Date(Date.now() + 2 * DAY_MS).toISOString(),
    }),
  ],
  [
    'an event in a voice channel',
    request('POST /guilds/{guild_id}/scheduled-events', {
      name: 'Talk',
      privacy_level: 2,
      entity_type: 2,
      channel_id: ID,
      scheduled_start_time: new Date(Date.now() + DAY_MS).toISOString(),
    }),
  ],
  [
    'the start of an event',
    request('PATCH /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}', { status: 2 }),
  ],
  [
    '100 messages',
    request('GET /channels/{channel_id}/messages', undefined, { query: { limit: '100', before: ID } }),
  ],
  ['a reaction', request('PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me')],
  ['a command with an apostrophe', request(`PUT ${COMMANDS}`, [{ name: "o'clock", description: 'x' }])],
  ['a route nobody describes', request('POST /brand/new', { anything: true })],
];

test.each(ADMINISTRATION)('%s is accepted', (_name, sample) => {
  expect(judge(sample)).toEqual(['accepted']);
});
