import { quotable, refusal, UserError } from '@twi/sdk';

export const QUOTE_LIMITS = {
  shortest: 3,
  longest: 2_000,
  lines: 10,
  /** Characters of the name of who said it. */
  name: 100,
  /** What fits into the buttons that turn the pages. */
  longestSearch: 60,
} as const;

export function badQuoteLength(length: number): UserError {
  const { shortest, longest } = QUOTE_LIMITS;
  return new UserError(refusal('utility:errors.bad-quote-length', { length, min: shortest, max: longest }));
}

export function tooManyLines(lines: number): UserError {
  return new UserError(refusal('utility:errors.too-many-lines', { lines, max: QUOTE_LIMITS.lines }));
}

export function creditTwice(): UserError {
  return new UserError(refusal('utility:errors.credit-twice'));
}

export function badCreditName(): UserError {
  return new UserError(refusal('utility:errors.bad-credit-name', { max: QUOTE_LIMITS.name }));
}

export function tooManyQuotes(max: number): UserError {
  return new UserError(refusal('utility:errors.too-many-quotes', { max }));
}

export function noSuchQuote(number: number): UserError {
  return new UserError(refusal('utility:errors.no-such-quote', { number: String(number) }));
}

export function noQuotes(): UserError {
  return new UserError(refusal('utility:errors.no-quotes'));
}

export function noQuoteFound(search: string): UserError {
  return new UserError(refusal('utility:errors.no-quote-found', { search: quotable(search) }));
}

export function badSearch(): UserError {
  return new UserError(refusal('utility:errors.bad-search'));
}

export function notYourQuote(number: number): UserError {
  return new UserError(refusal('utility:errors.not-your-quote', { number: String(number) }));
}

export function nothingToChange(): UserError {
  return new UserError(refusal('utility:errors.nothing-to-change'));
}

/** Somebody else changed it in the meantime. */
export function quoteChangedSince(number: number): UserError {
  return new UserError(refusal('utility:errors.quote-changed-since', { number: String(number) }));
}

export function quoteDeletedAlready(number: number): UserError {
  return new UserError(refusal('utility:errors.quote-deleted-already', { number: String(number) }));
}

export function quoteNotDeleted(number: number): UserError {
  return new UserError(refusal('utility:errors.quote-not-deleted', { number: String(number) }));
}
