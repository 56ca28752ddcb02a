import { MOST_CHOICES } from '@twi/sdk';
import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import type { SelfRole } from '../roles/self-role.ts';

/** The categories or exclusive groups that there are, by the alphabet. */
export function namesOf(roles: readonly SelfRole[], kind: 'category' | 'exclusiveGroup'): string[] {
  const names = roles.flatMap((role) => role[kind] ?? []);
  return [...new Set(names)].toSorted((left, right) => left.localeCompare(right));
}

/** Those of them that hold what is typed. */
export function suggestNames(
  names: readonly string[],
  typed: string,
): ApplicationCommandOptionChoiceData<string>[] {
  const wanted = typed.trim().toLowerCase();
  return names
    .filter((name) => name.toLowerCase().includes(wanted))
    .slice(0, MOST_CHOICES)
    .map((name) => ({ name, value: name }));
}
