import { MOST_CHOICES } from '@twi/sdk';
import type { ApplicationCommandOptionChoiceData } from 'discord.js';

/** Suggests what contains the text that was typed, what begins with it first. */
export function suggest(
  typed: string,
  options: readonly { readonly name: string; readonly value: string }[],
): ApplicationCommandOptionChoiceData<string>[] {
  const wanted = typed.trim().toLowerCase();
  const rank = (name: string): number => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return options
    .filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .slice(0, MOST_CHOICES);
}
