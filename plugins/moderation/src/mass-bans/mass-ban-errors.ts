import type { UserError } from '@twi/sdk';
import { inlineCode } from 'discord.js';

type Refusal = UserError.Options;

/** How many people one mass ban takes. */
export const MOST_PEOPLE = 200;
/** More wrong words than these are not quoted. */
const MOST_QUOTED = 5;

export function notUsers(words: readonly string[]): Refusal {
  const quoted = words.slice(0, MOST_QUOTED).map((word) => inlineCode(word.slice(0, 40)));
  const more = words.length > MOST_QUOTED ? ` and ${words.length - MOST_QUOTED} more` : '';
  return {
    identifier: 'moderation.not-users',
    message: `\`users\` does not take ${quoted.join(', ')}${more}. Give mentions or user ids (17 to 20 digits), separated by spaces or commas. Nobody was banned.`,
  };
}

export function badNumberOfUsers(count: number): Refusal {
  return {
    identifier: 'moderation.bad-number-of-users',
    message: `\`users\` names ${count} people; 1 to ${MOST_PEOPLE} are accepted. Nobody was banned.`,
  };
}

/** @param lines one for each person: who and why not */
export function nobodyToBan(lines: readonly string[]): Refusal {
  return {
    identifier: 'moderation.nobody-to-ban',
    message: ['None of them can be banned:', ...lines].join('\n'),
  };
}

/** The buttons of a question that was answered before. */
export function alreadyAnswered(): Refusal {
  return { identifier: 'moderation.already-answered', message: 'That question has been answered already.' };
}
