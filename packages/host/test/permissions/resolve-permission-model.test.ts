import fc from 'fast-check';
import { PermissionFlagsBits, PermissionsBitField, type PermissionsString } from 'discord.js';
import { expect, test } from 'vitest';
import {
  type OverrideRule,
  type PermissionQuestion,
  resolvePermission,
} from '../../src/permissions/resolve-permission.ts';

const NODE = 'moderation.ban';
const NODES = [NODE, 'moderation.*', 'moderation.kick', 'core.*'] as const;
const USERS = ['1', '2'] as const;
const ROLES = ['10', '11', '12', '13'] as const;

const permission = fc.constantFrom<PermissionsString>('BanMembers', 'KickMembers', 'Administrator');
const effect = fc.constantFrom('allow' as const, 'deny' as const);
const rule: fc.Arbitrary<OverrideRule> = fc
  .record({
    node: fc.constantFrom(...NODES),
    effect,
    onUser: fc.boolean(),
    user: fc.constantFrom(...USERS),
    role: fc.constantFrom(...ROLES),
  })
  .map(({ node, effect: how, onUser, user, role }) => ({
    node,
    effect: how,
    userId: onUser ? user : null,
    roleId: onUser ? null : role,
  }));

const question: fc.Arbitrary<PermissionQuestion> = fc.record({
  node: fc.constant(NODE),
  declared: fc.option(fc.record({ default: fc.option(permission, { nil: undefined }) }), { nil: undefined }),
  // The table has one rule for each node and subject.
  overrides: fc.uniqueArray(rule, {
    maxLength: 12,
    selector: ({ node, userId, roleId }) => `${node} ${userId} ${roleId}`,
  }),
  subject: fc.record({
    userId: fc.constantFrom(...USERS),
    // Rare, as nothing else matters for them.
    isBotOwner: fc.nat({ max: 9 }).map((roll) => roll === 0),
    isGuildOwner: fc.nat({ max: 9 }).map((roll) => roll === 0),
    roles: fc.uniqueArray(fc.record({ id: fc.constantFrom(...ROLES), position: fc.nat({ max: 3 }) }), {
      selector: ({ id }) => id,
    }),
    permissions: fc
      .uniqueArray(permission)
      .map((names) => new PermissionsBitField(names.map((name) => PermissionFlagsBits[name]))),
  }),
});

/** Who may do what, said again as plainly as possible: every rule gets a strength, and the strongest decides. */
function mayByModel({ declared, overrides, subject }: PermissionQuestion): boolean {
  if (subject.isBotOwner || subject.isGuildOwner) return true;
  const strengths = overrides.flatMap((override) => {
    const role = subject.roles.find(({ id }) => id === override.roleId);
    const rank = override.userId === subject.userId ? 1_000 : role && role.position;
    if (rank === undefined || ![NODE, 'moderation.*'].includes(override.node)) return [];
    const isExact = override.node === NODE ? 2 : 0;
    return [{ strength: rank * 4 + isExact + (override.effect === 'deny' ? 1 : 0), override }];
  });
  const [strongest] = strengths.toSorted((a, b) => b.strength - a.strength);
  if (strongest) return strongest.override.effect === 'allow';
  if (!declared) return false;
  return declared.default === undefined || subject.permissions.has(declared.default);
}

test('the decision is that of the model, whatever the roles, overrides and permissions', () => {
  fc.assert(
    fc.property(question, (asked) => {
      expect(resolvePermission(asked).isAllowed).toBe(mayByModel(asked));
    }),
    { numRuns: 3_000 },
  );
});

test('the last step decides, and those before it pass', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { isAllowed, steps } = resolvePermission(asked);
      expect(steps.slice(0, -1).every((step) => step.effect === 'pass')).toBe(true);
      expect(steps.at(-1)?.effect).toBe(isAllowed ? 'allow' : 'deny');
    }),
  );
});

test('overrides on other nodes, other people and roles that one has not change nothing', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { subject, overrides } = asked;
      const own = overrides.filter(
        ({ node, userId, roleId }) =>
          (node === NODE || node === 'moderation.*') &&
          (userId === subject.userId || subject.roles.some(({ id }) => id === roleId)),
      );
      expect(resolvePermission({ ...asked, overrides: own })).toEqual(resolvePermission(asked));
    }),
  );
});
