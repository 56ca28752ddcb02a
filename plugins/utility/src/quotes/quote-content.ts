import type { Snowflake } from 'discord.js';
import type { QuoteContent } from '../database/quote-repository.ts';
import { badCreditName, badQuoteLength, creditTwice, QUOTE_LIMITS, tooManyLines } from './quote-errors.ts';

/** Who said something: somebody with an account, a name, or nobody known. */
export interface Credit {
  readonly authorId: Snowflake | null;
  readonly authorName: string | null;
}

/** What was said, as it is kept. `\n`, as people type it in a command, begins a new line. @throws {UserError} */
export function validQuoteText(typed: string): string {
  const text = typed
    .replaceAll(String.raw`\n`, '\n')
    .replaceAll('\r\n', '\n')
    .trim();
  // As PostgreSQL counts: an emoji is one character to it, and two to JavaScript and Discord.
  const characters = Array.from(text).length;
  if (characters < QUOTE_LIMITS.shortest) throw badQuoteLength(characters);
  if (text.length > QUOTE_LIMITS.longest) throw badQuoteLength(text.length);
  const lines = text.split('\n').length;
  if (lines > QUOTE_LIMITS.lines) throw tooManyLines(lines);
  return text;
}

/** @throws {UserError} `utility.credit-twice`, `utility.bad-credit-name` */
export function validCredit(authorId: Snowflake | undefined, name: string | null): Credit {
  if (authorId !== undefined && name !== null) throw creditTwice();
  const authorName = name === null ? null : name.replaceAll(/\s+/g, ' ').trim();
  if (authorName !== null && (authorName.length < 1 || authorName.length > QUOTE_LIMITS.name))
    throw badCreditName();
  return { authorId: authorId ?? null, authorName };
}

export function isSameContent(one: QuoteContent, other: QuoteContent): boolean {
  return one.text === other.text && one.authorId === other.authorId && one.authorName === other.authorName;
}
