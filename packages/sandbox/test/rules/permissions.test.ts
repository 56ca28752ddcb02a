import { PermissionFlagsBits as Flag, PermissionsBitField } from 'discord.js';
import { describe, expect, test } from 'vitest';
import {
  basePermissions,
  canActOn,
  canManageRole,
  channelPermissions,
  type ChannelStanding,
  type GuildStanding,
  highestRole,
  type MemberStanding,
  type Overwrite,
} from '../../src/rules/permissions.ts';

const NOW = 1_700_000_000_000;
const ALL = PermissionsBitField.All;
const TEXT = 0;
const VOICE = 2;
const THREAD = 11;
const EVERYONE = '100';
const EVERYDAY =
  Flag.ViewChannel | Flag.SendMessages | Flag.EmbedLinks | Flag.AttachFiles | Flag.ReadMessageHistory;

const role = (id: string, position: number, permissions = 0n) => ({ id, position, permissions });
const guildOf = (...roles: ReturnType<typeof role>[]): GuildStanding => ({
  id: EVERYONE,
  ownerId: '1',
  roles: new Map([role(EVERYONE, 0, EVERYDAY), ...roles].map((one) => [one.id, one])),
});
const member = (userId: string, roleIds: string[] = [], timeoutUntil?: number): MemberStanding => ({
  userId,
  roleIds,
  timeoutUntil,
});
const on = (id: string, type: 0 | 1, change: { allow?: bigint; deny?: bigint }): Overwrite => ({
  id,
  type,
  allow: 0n,
  deny: 0n,
  ...change,
});
const channel = (type: number, ...overwrites: Overwrite[]): ChannelStanding => ({ type, overwrites });
const names = (permissions: bigint) => new PermissionsBitField(permissions).toArray().toSorted();

const guild = guildOf(
  role('200', 1, Flag.BanMembers),
  role('300', 2, Flag.KickMembers),
  role('400', 5, Flag.Administrator),
  role('500', 2),
);

describe('permissions in a guild', () => {
  test.each([
    ['a member without roles has those of everyone', member('2'), EVERYDAY],
    ['roles add up', member('2', ['200', '300']), EVERYDAY | Flag.BanMembers | Flag.KickMembers],
    ['a role that is gone adds nothing', member('2', ['999']), EVERYDAY],
    ['an administrator has all', member('2', ['400']), ALL],
    ['the owner has all', member('1'), ALL],
    [
      'a timeout leaves seeing and reading',
      member('2', ['200'], NOW + 1),
      Flag.ViewChannel | Flag.ReadMessageHistory,
    ],
    ['a timeout that is over takes nothing', member('2', [], NOW), EVERYDAY],
    ['a timeout does not touch administrators', member('2', ['400'], NOW + 1), ALL],
    ['a timeout does not touch the owner', member('1', [], NOW + 1), ALL],
  ])('%s', (_name, who, expected) => {
    expect(names(basePermissions(guild, who, NOW))).toEqual(names(expected));
  });
});

describe('permissions in a channel', () => {
  const artist = member('2', ['200', '300']);
  const base = EVERYDAY | Flag.BanMembers | Flag.KickMembers;

  test.each([
    ['no overwrites change nothing', channel(TEXT), base],
    [
      'everyone is denied',
      channel(TEXT, on(EVERYONE, 0, { deny: Flag.EmbedLinks })),
      base & ~Flag.EmbedLinks,
    ],
    [
      'a role allows what everyone is denied',
      channel(TEXT, on('200', 0, { allow: Flag.EmbedLinks }), on(EVERYONE, 0, { deny: Flag.EmbedLinks })),
      base,
    ],
    [
      'one role allows what another denies',
      channel(TEXT, on('200', 0, { allow: Flag.EmbedLinks }), on('300', 0, { deny: Flag.EmbedLinks })),
      base,
    ],
    [
      'the member’s own denial beats roles',
      channel(TEXT, on('2', 1, { deny: Flag.EmbedLinks }), on('200', 0, { allow: Flag.EmbedLinks })),
      base & ~Flag.EmbedLinks,
    ],
    [
      'the member’s own allowance beats roles',
      channel(TEXT, on('200', 0, { deny: Flag.EmbedLinks }), on('2', 1, { allow: Flag.EmbedLinks })),
      base,
    ],
    [
      'other roles and members do not matter',
      channel(TEXT, on('500', 0, { deny: base }), on('3', 1, { deny: base })),
      base,
    ],
    [
      'a member overwrite with a role’s id does not matter',
      channel(TEXT, on('200', 1, { deny: base })),
      base,
    ],
    ['without seeing there is nothing', channel(TEXT, on(EVERYONE, 0, { deny: Flag.ViewChannel })), 0n],
    [
      'without sending there are no embeds and files',
      channel(TEXT, on(EVERYONE, 0, { deny: Flag.SendMessages })),
      base & ~(Flag.SendMessages | Flag.EmbedLinks | Flag.AttachFiles),
    ],
    [
      'in a thread sending in threads counts',
      channel(THREAD, on(EVERYONE, 0, { deny: Flag.SendMessages, allow: Flag.SendMessagesInThreads })),
      (base & ~Flag.SendMessages) | Flag.SendMessagesInThreads,
    ],
    [
      'in a thread without it there are no embeds and files',
      channel(THREAD),
      base & ~(Flag.EmbedLinks | Flag.AttachFiles),
    ],
    ['without connecting there is no speaking', channel(VOICE, on(EVERYONE, 0, { allow: Flag.Speak })), base],
    [
      'who connects may speak',
      channel(VOICE, on(EVERYONE, 0, { allow: Flag.Speak | Flag.Connect })),
      base | Flag.Speak | Flag.Connect,
    ],
  ])('%s', (_name, where, expected) => {
    expect(names(channelPermissions(guild, artist, where, NOW))).toEqual(names(expected));
  });

  test('administrators and the owner pass every denial', () => {
    const closed = channel(
      TEXT,
      on(EVERYONE, 0, { deny: ALL }),
      on('2', 1, { deny: ALL }),
      on('1', 1, { deny: ALL }),
    );

    expect(channelPermissions(guild, member('2', ['400']), closed, NOW)).toBe(ALL);
    expect(channelPermissions(guild, member('1'), closed, NOW)).toBe(ALL);
  });

  test('a timeout beats an allowance of the channel', () => {
    const open = channel(TEXT, on('2', 1, { allow: Flag.SendMessages }));
    const permissions = channelPermissions(guild, member('2', [], NOW + 1), open, NOW);

    expect(names(permissions)).toEqual(['ReadMessageHistory', 'ViewChannel']);
  });

  test('agrees with the documented steps for every combination of overwrites', () => {
    const states = [
      {},
      { allow: Flag.AddReactions },
      { deny: Flag.AddReactions },
      { allow: Flag.AddReactions, deny: Flag.AddReactions },
    ];
    for (const everyone of states) {
      for (const first of states) {
        for (const second of states) {
          for (const own of states) {
            const where = channel(
              TEXT,
              on('2', 1, own),
              on('300', 0, second),
              on(EVERYONE, 0, everyone),
              on('200', 0, first),
            );
            const permissions = channelPermissions(guild, artist, where, NOW);

            expect((permissions & Flag.AddReactions) !== 0n).toBe(documented(everyone, [first, second], own));
          }
        }
      }
    }
  });
});

interface Change {
  allow?: bigint;
  deny?: bigint;
}

/** The documentation’s steps for one permission that nobody has to begin with, written out. */
function documented(everyone: Change, roles: readonly Change[], own: Change): boolean {
  let has = false;
  if (everyone.deny) has = false;
  if (everyone.allow) has = true;
  if (roles.some((change) => change.deny)) has = false;
  if (roles.some((change) => change.allow)) has = true;
  if (own.deny) has = false;
  if (own.allow) has = true;
  return has;
}

describe('hierarchy', () => {
  const top = member('2', ['400']);
  const middle = member('3', ['300', '200']);
  const bottom = member('4');

  test.each([
    ['the higher role acts on the lower', top, middle, true],
    ['the lower role does not act on the higher', middle, top, false],
    ['equals do not act on each other', middle, member('5', ['300']), false],
    ['any role acts on none', middle, bottom, true],
    ['none acts on none', bottom, member('5'), false],
    ['the owner acts on everyone', member('1'), top, true],
    ['nobody acts on the owner', top, member('1'), false],
    [
      'the older of two roles on one position stands higher',
      member('3', ['300']),
      member('5', ['500']),
      true,
    ],
    [
      'the younger of two roles on one position stands lower',
      member('5', ['500']),
      member('3', ['300']),
      false,
    ],
  ])('%s', (_name, actor, target, expected) => {
    expect(canActOn(guild, actor, target)).toBe(expected);
  });

  test('roles are managed from above', () => {
    expect(canManageRole(guild, top, role('300', 2))).toBe(true);
    expect(canManageRole(guild, middle, role('300', 2))).toBe(false);
    expect(canManageRole(guild, middle, role('500', 2))).toBe(true);
    expect(canManageRole(guild, middle, role('400', 5))).toBe(false);
    expect(canManageRole(guild, member('1'), role('400', 5))).toBe(true);
  });

  test('the highest role is that of everyone for who has none', () => {
    expect(highestRole(guild, middle)?.id).toBe('300');
    expect(highestRole(guild, bottom)?.id).toBe(EVERYONE);
  });
});
