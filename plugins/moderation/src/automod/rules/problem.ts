import { quotable, UserError } from '@twi/sdk';

/**
 * What is wrong with what somebody typed for a rule: where, and what is accepted instead.
 *
 * @param where the option's name, for example `values`
 */
export function badRule(where: string, problem: string): UserError {
  return new UserError({ identifier: 'moderation.bad-automod-rule', message: `\`${where}\`: ${problem}` });
}

/** What people typed, short and harmless enough to quote. */
export function quoted(text: string): string {
  return `"${quotable(text.replaceAll('`', ' '))}"`;
}
