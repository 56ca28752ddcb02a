import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { badNumberOfUsers, MOST_PEOPLE, notUsers } from './mass-ban-errors.ts';

const USER = /^(?:<@!?(\d{17,20})>|(\d{17,20}))$/;

/**
 * The users that people name by id or mention, each once.
 *
 * @throws {UserError} `moderation.not-users`, `moderation.bad-number-of-users`
 */
export function parseUsers(text: string): Snowflake[] {
  // Mentions may stand side by side without a space.
  const words = text
    .replaceAll('><', '> <')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const wrong = words.filter((word) => !USER.test(word));
  if (wrong.length > 0) throw new UserError(notUsers(wrong));

  const ids = new Set(words.map((word) => word.replaceAll(/\D/g, '')));
  if (ids.size === 0 || ids.size > MOST_PEOPLE) throw new UserError(badNumberOfUsers(ids.size));
  return [...ids];
}
