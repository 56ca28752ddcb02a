import { describe, expect, test } from 'vitest';
import { judge, type Sample } from './judge.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const at = (moment: number) => new Date(moment).toISOString();
const snowflakeAt = (moment: number, more = 0) =>
  String((BigInt(moment - DISCORD_EPOCH_MS) << 22n) + BigInt(more));
const TODAY = snowflakeAt(Date.now());
const of =
  (method: string, template: string) =>
  (body: unknown, more: Partial<Sample> = {}): Sample => ({
    method,
    template,
    body,
    ...more,
  });
const get = (template: string, query: Record<string, string>): Sample => ({ method: 'GET', template, query });

const member = of('PATCH', '/guilds/{guild_id}/members/{user_id}');
const ban = of('PUT', '/guilds/{guild_id}/bans/{user_id}');
const bulkBan = of('POST', '/guilds/{guild_id}/bulk-ban');
const role = of('POST', '/guilds/{guild_id}/roles');
const newChannel = of('POST', '/guilds/{guild_id}/channels');
const channel = of('PATCH', '/channels/{channel_id}');
const invite = of('POST', '/channels/{channel_id}/invites');
const webhook = of('POST', '/channels/{channel_id}/webhooks');
const execute = of('POST', '/webhooks/{webhook_id}/{webhook_token}');
const bulkDelete = of('POST', '/channels/{channel_id}/messages/bulk-delete');
const threadOfMessage = of('POST', '/channels/{channel_id}/messages/{message_id}/threads');
const thread = of('POST', '/channels/{channel_id}/threads');
const overwrite = of('PUT', '/channels/{channel_id}/permissions/{overwrite_id}');
const self = of('PATCH', '/users/@me');
const rule = of('POST', '/guilds/{guild_id}/auto-moderation/rules');

const TABLE: readonly [string, Sample, string][] = [
  [
    'a timeout of 29 days',
    member({ communication_disabled_until: at(Date.now() + 29 * DAY_MS) }),
    'communication_disabled_until: INVALID_COMMUNICATION_DISABLED_TIMESTAMP',
  ],
  [
    'a timeout until never',
    member({ communication_disabled_until: 'never' }),
    'communication_disabled_until: DATE_TIME_TYPE_PARSE',
  ],
  ['a long nickname', member({ nick: long(33) }), 'nick: BASE_TYPE_MAX_LENGTH'],
  ['roles that are no list', member({ roles: '1' }), 'roles: LIST_TYPE_CONVERT'],
  ['a role that is no snowflake', member({ roles: ['admin'] }), 'roles.0: NUMBER_TYPE_COERCE'],
  [
    'a ban that deletes eight days',
    ban({ delete_message_seconds: 691_200 }),
    'delete_message_seconds: NUMBER_TYPE_MAX',
  ],
  ['201 bans at once', bulkBan({ user_ids: times(201, String) }), 'user_ids: BASE_TYPE_MAX_LENGTH'],
  [
    'a reason over 512 characters',
    ban({}, { auditReason: long(513) }),
    'X-Audit-Log-Reason: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a reason over 512 characters without body',
    { method: 'DELETE', template: '/guilds/{guild_id}/members/{user_id}', auditReason: long(513) },
    'X-Audit-Log-Reason: BASE_TYPE_MAX_LENGTH',
  ],
  ['a long role name', role({ name: long(101) }), 'name: BASE_TYPE_BAD_LENGTH'],
  ['a role colour beyond white', role({ color: 0x1_00_00_00 }), 'color: NUMBER_TYPE_MAX'],
  ['role permissions in words', role({ permissions: 'BanMembers' }), 'permissions: NUMBER_TYPE_COERCE'],
  ['a channel without name', newChannel({}), 'name: BASE_TYPE_REQUIRED'],
  ['a long channel name', newChannel({ name: long(101) }), 'name: BASE_TYPE_BAD_LENGTH'],
  ['a channel of no type', newChannel({ name: 'x', type: 99 }), 'type: BASE_TYPE_CHOICES'],
  [
    'a new text channel with a long topic',
    newChannel({ name: 'x', topic: long(1_025) }),
    'topic: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a long topic for a text channel',
    channel({ topic: long(1_025) }, { channelType: 0 }),
    'topic: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'guidelines over 4,096 characters',
    channel({ topic: long(4_097) }, { channelType: 15 }),
    'topic: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a slow mode over six hours',
    channel({ rate_limit_per_user: 21_601 }),
    'rate_limit_per_user: NUMBER_TYPE_MAX',
  ],
  [
    'a thread that sleeps in two days',
    channel({ auto_archive_duration: 2_880 }, { channelType: 11 }),
    'auto_archive_duration: BASE_TYPE_CHOICES',
  ],
  ['a long thread name', threadOfMessage({ name: long(101) }), 'name: BASE_TYPE_BAD_LENGTH'],
  ['a thread without name', thread({ type: 11 }), 'name: BASE_TYPE_REQUIRED'],
  ['a thread that is a voice channel', thread({ name: 'x', type: 2 }), 'type: BASE_TYPE_CHOICES'],
  ['a post with nothing in it', thread({ name: 'x', message: {} }), '50006'],
  [
    'a post over 2,000 characters',
    thread({ name: 'x', message: { content: long(2_001) } }),
    'message.content: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a post with six tags',
    thread({ name: 'x', message: { content: 'x' }, applied_tags: times(6, String) }),
    'applied_tags: BASE_TYPE_MAX_LENGTH',
  ],
  ['an invite for eight days', invite({ max_age: 691_200 }), 'max_age: NUMBER_TYPE_MAX'],
  ['an invite for 101 people', invite({ max_uses: 101 }), 'max_uses: NUMBER_TYPE_MAX'],
  ['an overwrite of a third kind', overwrite({ type: 2 }), 'type: BASE_TYPE_CHOICES'],
  ['a webhook called Clyde', webhook({ name: 'My Clyde' }), 'name: USERNAME_INVALID_CONTAINS'],
  ['a webhook called Discord', webhook({ name: 'discord news' }), 'name: USERNAME_INVALID_CONTAINS'],
  ['a webhook with a blank name', webhook({ name: '  ' }), 'name: BASE_TYPE_REQUIRED'],
  ['a webhook with a long name', webhook({ name: long(81) }), 'name: BASE_TYPE_BAD_LENGTH'],
  ['an empty webhook message', execute({}), '50006'],
  [
    'a webhook message as Clyde',
    execute({ content: 'x', username: 'clyde' }),
    'username: USERNAME_INVALID_CONTAINS',
  ],
  ['one message to delete', bulkDelete({ messages: ['1'] }), 'messages: BASE_TYPE_BAD_LENGTH'],
  [
    '101 messages to delete',
    bulkDelete({ messages: times(101, (index) => snowflakeAt(Date.now(), index)) }),
    'messages: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a message to delete twice',
    bulkDelete({
      messages: [TODAY, TODAY],
    }),
    'messages.1: SET_TYPE_ALREADY_CONTAINS_VALUE',
  ],
  [
    'messages of last month',
    bulkDelete({ messages: [snowflakeAt(Date.now() - 15 * DAY_MS), snowflakeAt(Date.now())] }),
    '50034',
  ],
  ['a short name for the bot', self({ username: 'x' }), 'username: BASE_TYPE_BAD_LENGTH'],
  ['a rule without trigger', rule({ name: 'x', event_type: 1 }), 'trigger_type: BASE_TYPE_REQUIRED'],
  [
    'a rule without name',
    rule({ event_type: 1, trigger_type: 1, trigger_metadata: {}, actions: [{ type: 1, metadata: {} }] }),
    'name: BASE_TYPE_REQUIRED',
  ],
  [
    '101 messages at once',
    get('/channels/{channel_id}/messages', { limit: '101' }),
    'limit: NUMBER_TYPE_MAX',
  ],
  ['no messages at all', get('/channels/{channel_id}/messages', { limit: '0' }), 'limit: NUMBER_TYPE_MIN'],
  ['1,001 members at once', get('/guilds/{guild_id}/members', { limit: '1001' }), 'limit: NUMBER_TYPE_MAX'],
];

describe('broken administration', () => {
  test.each(TABLE)('%s is refused', (_name, sample, verdict) => {
    expect(judge(sample)).toEqual([verdict]);
  });
});
