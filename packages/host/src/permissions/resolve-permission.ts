import type { PermissionOverride } from '@twi/database';
import type { PermissionsBitField, PermissionsString, Snowflake } from 'discord.js';
import { wildcardOf } from './wildcard.ts';

/** A guild's own rule on a node. Exactly one of `roleId` and `userId` is set. */
export type OverrideRule = Pick<PermissionOverride, 'node' | 'roleId' | 'userId' | 'effect'>;

/** Who asks, as far as permissions go. */
export interface PermissionSubject {
  readonly userId: Snowflake;
  readonly isBotOwner: boolean;
  readonly isGuildOwner: boolean;
  /** With `@everyone`; the position orders them, higher is stronger. */
  readonly roles: readonly { readonly id: Snowflake; readonly position: number }[];
  readonly permissions: Readonly<PermissionsBitField>;
}

export interface PermissionQuestion {
  readonly node: string;
  /** What the node's plugin declares; absent when no loaded plugin does. */
  readonly declared: { readonly default?: PermissionsString | undefined } | undefined;
  readonly overrides: readonly OverrideRule[];
  readonly subject: PermissionSubject;
}

/** One rule that was looked at. The last step decided. */
export interface PermissionStep {
  readonly rule: 'bot-owner' | 'guild-owner' | 'user-override' | 'role-override' | 'unknown-node' | 'default';
  readonly effect: 'allow' | 'deny' | 'pass';
  /** The role of an override, or the Discord permission of a default. */
  readonly detail?: string;
}

export interface PermissionDecision {
  readonly isAllowed: boolean;
  readonly steps: readonly PermissionStep[];
}

/**
 * Decides whether somebody holds a node: owners bypass everything; an override for the user beats those for roles; of the roles
 * the highest with an override decides, and deny beats allow at the same rank; an override on the node itself beats one
 * on all nodes of its plugin (`moderation.*`) for the same person or rank; else the node's default Discord
 * permission, else everyone. Discord's Administrator has every default, and is bound by overrides.
 */
export function resolvePermission(question: PermissionQuestion): PermissionDecision {
  const steps: PermissionStep[] = [];
  for (const rule of RULES) {
    const step = rule(question);
    steps.push(step);
    if (step.effect !== 'pass') return { isAllowed: step.effect === 'allow', steps };
  }
  return { isAllowed: false, steps };
}

type Rule = (question: PermissionQuestion) => PermissionStep;

const RULES: readonly Rule[] = [
  ({ subject }) => ({ rule: 'bot-owner', effect: subject.isBotOwner ? 'allow' : 'pass' }),
  ({ subject }) => ({ rule: 'guild-owner', effect: subject.isGuildOwner ? 'allow' : 'pass' }),
  ({ node, overrides, subject }) => {
    if (overrides.length === 0) return { rule: 'user-override', effect: 'pass' };
    const own = overrides.filter(({ userId }) => userId === subject.userId);
    return { rule: 'user-override', effect: strictest(closest(own, node)) };
  },
  roleOverride,
  // Nobody knows any more whom the node was meant for, so only owners and those with an override pass.
  ({ declared }) => ({ rule: 'unknown-node', effect: declared ? 'pass' : 'deny' }),
  ({ declared, subject }) => {
    const permission = declared?.default;
    if (!permission) return { rule: 'default', effect: 'allow' };
    return {
      rule: 'default',
      effect: subject.permissions.has(permission) ? 'allow' : 'deny',
      detail: permission,
    };
  },
];

function roleOverride({ node, overrides, subject }: PermissionQuestion): PermissionStep {
  if (overrides.length === 0) return { rule: 'role-override', effect: 'pass' };
  const byRank = subject.roles.toSorted((a, b) => b.position - a.position);
  for (const { position } of byRank) {
    const rank = new Set(byRank.filter((role) => role.position === position).map(({ id }) => id));
    const here = closest(
      overrides.filter(({ roleId }) => roleId !== null && rank.has(roleId)),
      node,
    );
    const effect = strictest(here);
    const detail = here.find((override) => override.effect === effect)?.roleId;
    if (effect !== 'pass') return { rule: 'role-override', effect, ...(detail && { detail }) };
  }
  return { rule: 'role-override', effect: 'pass' };
}

/** Of the overrides for somebody those on the node itself, else those on all nodes of its plugin. */
function closest(overrides: readonly OverrideRule[], node: string): OverrideRule[] {
  const exact = overrides.filter((override) => override.node === node);
  if (exact.length > 0) return exact;
  const wildcard = wildcardOf(node);
  return overrides.filter((override) => override.node === wildcard);
}

function strictest(overrides: readonly OverrideRule[]): PermissionStep['effect'] {
  if (overrides.some(({ effect }) => effect === 'deny')) return 'deny';
  return overrides.length > 0 ? 'allow' : 'pass';
}
