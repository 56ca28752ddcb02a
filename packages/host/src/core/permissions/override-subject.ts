import type { PermissionEffect, PermissionSubject } from '@twi/database';
import type { OverrideRule } from '../../permissions/resolve-permission.ts';

/** Whom an override is about: a role or a person. */
export type OverrideSubject = PermissionSubject;

interface Change {
  readonly node: string;
  readonly subject: OverrideSubject;
  readonly effect: PermissionEffect | null;
}

/** The override on a node for a role or person, among those of a guild. */
export function findOverride<Rule extends OverrideRule>(
  overrides: readonly Rule[],
  change: Pick<Change, 'node' | 'subject'>,
): Rule | undefined {
  return overrides.find((override) => isAbout(override, change));
}

/** What the overrides of a guild would be after a change. */
export function changedOverrides(overrides: readonly OverrideRule[], change: Change): OverrideRule[] {
  const others = overrides.filter((override) => !isAbout(override, change));
  const { node, effect } = change;
  return effect === null ? others : [...others, { node, effect, ...columnsOf(change.subject) }];
}

function isAbout(override: OverrideRule, { node, subject }: Pick<Change, 'node' | 'subject'>): boolean {
  const { roleId, userId } = columnsOf(subject);
  return override.node === node && override.roleId === roleId && override.userId === userId;
}

function columnsOf(subject: OverrideSubject): Pick<OverrideRule, 'roleId' | 'userId'> {
  return 'roleId' in subject
    ? { roleId: subject.roleId, userId: null }
    : { roleId: null, userId: subject.userId };
}
