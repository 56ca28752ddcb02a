import { createHash } from 'node:crypto';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

/** Tells whether two lists of commands are the same to Discord: the order of commands and of keys does not count. */
export function commandHash(commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): string {
  const entries = commands.map((command) => JSON.stringify(canonical(command))).toSorted();
  return createHash('sha256').update(entries.join('\n')).digest('hex');
}

/** Keys in alphabetical order, without the undefined ones. The order of arrays stays: people see it in the options. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, canonical(entry)]),
  );
}
