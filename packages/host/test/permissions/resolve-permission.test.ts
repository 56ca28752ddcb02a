import { PermissionsBitField, type PermissionsString } from 'discord.js';
import { describe, expect, test } from 'vitest';
import {
  type OverrideRule,
  type PermissionSubject,
  resolvePermission,
} from '../../src/permissions/resolve-permission.ts';

const NODE = 'moderation.ban';
const EVERYONE = { id: '1', position: 0 };
const MEMBER = { id: '2', position: 1 };
const STAFF = { id: '3', position: 5 };
/** Discord lets roles share a position. */
const STAFF_TWIN = { id: '4', position: 5 };

const allow = (target: { role?: string; user?: string }, node = NODE): OverrideRule => ({
  node,
  roleId: target.role ?? null,
  userId: target.user ?? null,
  effect: 'allow',
});
const deny = (target: { role?: string; user?: string }): OverrideRule => ({
  ...allow(target),
  effect: 'deny',
});

interface Case {
  readonly who?: Partial<Omit<PermissionSubject, 'permissions'>> & {
    readonly permissions?: PermissionsString[];
  };
  readonly overrides?: readonly OverrideRule[];
  readonly declared?: { readonly default?: PermissionsString } | undefined;
}

function ask({ who = {}, overrides = [], ...rest }: Case) {
  const { permissions = [], ...identity } = who;
  return resolvePermission({
    node: NODE,
    declared: 'declared' in rest ? rest.declared : { default: 'BanMembers' },
    overrides,
    subject: {
      userId: '9',
      isBotOwner: false,
      isGuildOwner: false,
      roles: [EVERYONE, MEMBER, STAFF],
      ...identity,
      permissions: new PermissionsBitField(permissions),
    },
  });
}

describe('who holds a node', () => {
  test.each<[string, Case, boolean, string]>([
    ['nobody without its default permission', {}, false, 'default'],
    ['whoever has its default permission', { who: { permissions: ['BanMembers'] } }, true, 'default'],
    ['not who has another permission', { who: { permissions: ['KickMembers'] } }, false, 'default'],
    ['an administrator, by default', { who: { permissions: ['Administrator'] } }, true, 'default'],
    ['everyone, when it has no default', { declared: {} }, true, 'default'],
    [
      'nobody, when no loaded plugin declares it',
      { declared: undefined, who: { permissions: ['Administrator'] } },
      false,
      'unknown-node',
    ],
    [
      'who was granted it, declared or not',
      { declared: undefined, overrides: [allow({ user: '9' })] },
      true,
      'user-override',
    ],
    ['a role that was granted it', { overrides: [allow({ role: '2' })] }, true, 'role-override'],
    ['everyone, when @everyone was granted it', { overrides: [allow({ role: '1' })] }, true, 'role-override'],
    [
      'not a role that was denied it',
      { who: { permissions: ['BanMembers'] }, overrides: [deny({ role: '3' })] },
      false,
      'role-override',
    ],
    [
      'not an administrator whose role was denied it',
      { who: { permissions: ['Administrator'] }, overrides: [deny({ role: '3' })] },
      false,
      'role-override',
    ],
    [
      'the highest role decides: allow above deny',
      { overrides: [deny({ role: '2' }), allow({ role: '3' })] },
      true,
      'role-override',
    ],
    [
      'the highest role decides: deny above allow',
      { overrides: [allow({ role: '2' }), deny({ role: '3' })] },
      false,
      'role-override',
    ],
    [
      'deny beats allow at the same rank',
      {
        who: { roles: [EVERYONE, STAFF, STAFF_TWIN] },
        overrides: [allow({ role: '3' }), deny({ role: '4' })],
      },
      false,
      'role-override',
    ],
    [
      'user beats role: allow',
      { overrides: [deny({ role: '3' }), allow({ user: '9' })] },
      true,
      'user-override',
    ],
    [
      'user beats role: deny',
      { overrides: [allow({ role: '3' }), deny({ user: '9' })] },
      false,
      'user-override',
    ],
    [
      'deny beats allow for a user',
      { overrides: [allow({ user: '9' }), deny({ user: '9' })] },
      false,
      'user-override',
    ],
    ['another user’s override says nothing', { overrides: [allow({ user: '8' })] }, false, 'default'],
    ['a role that they lack says nothing', { overrides: [allow({ role: '7' })] }, false, 'default'],
    [
      'another node’s override says nothing',
      { overrides: [allow({ user: '9' }, 'moderation.kick')] },
      false,
      'default',
    ],
    [
      'the guild’s owner, even when denied',
      { who: { isGuildOwner: true }, overrides: [deny({ user: '9' })] },
      true,
      'guild-owner',
    ],
    [
      'the bot’s owner, even when denied',
      { who: { isBotOwner: true }, overrides: [deny({ user: '9' })] },
      true,
      'bot-owner',
    ],
  ])('%s', (_who, question, isAllowed, rule) => {
    const decision = ask(question);

    expect(decision.isAllowed).toBe(isAllowed);
    expect(decision.steps.at(-1)?.rule).toBe(rule);
  });
});

test('the steps tell which rules were passed over, and which role or permission decided', () => {
  expect(ask({ overrides: [deny({ role: '3' })] }).steps).toEqual([
    { rule: 'bot-owner', effect: 'pass' },
    { rule: 'guild-owner', effect: 'pass' },
    { rule: 'user-override', effect: 'pass' },
    { rule: 'role-override', effect: 'deny', detail: '3' },
  ]);
  expect(ask({}).steps.at(-1)).toEqual({ rule: 'default', effect: 'deny', detail: 'BanMembers' });
});
