import type { Guild } from 'discord.js';
import { EXPRESSION } from './read-condition.ts';

const PLACES = /\b(role|channel)\(([^)]*)\)/gi;

/**
 * Puts ids where somebody wrote the names of roles (`@Mod`) and channels (`#ads`). Discord does it itself while they
 * type into an option, but not in forms.
 */
export function namesToIds(trigger: string, values: string, guild: Guild): string {
  if (trigger === 'role' || trigger === 'channel') return listed(trigger, values, guild);
  if (trigger !== EXPRESSION) return values;
  return values.replaceAll(
    PLACES,
    (_, kind: string, list: string) => `${kind}(${listed(kind.toLowerCase(), list, guild)})`,
  );
}

function listed(kind: string, list: string, { roles, channels }: Guild): string {
  const named = kind === 'role' ? [...roles.cache.values()] : [...channels.cache.values()];
  return list
    .split(',')
    .map((part) => {
      const name = part
        .trim()
        .replaceAll(/^"?[@#]?|"$/g, '')
        .toLowerCase();
      const found = named.find((known) => known.name.toLowerCase() === name);
      if (!found) return part;
      return kind === 'role' ? `<@&${found.id}>` : `<#${found.id}>`;
    })
    .join(',');
}
