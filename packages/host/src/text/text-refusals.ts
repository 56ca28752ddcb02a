import { clip, type UserError } from '@twi/sdk';
import { acceptedWords } from './option-words.ts';
import type { TextOption } from './text-leaf.ts';

const MAX_QUOTE = 60;

export const missingOption = (option: TextOption, usage: string): UserError.Options => ({
  identifier: 'core.text-missing-option',
  message: withUsage(`\`${option.name}\` is missing. It takes ${acceptedWords(option)}.`, usage),
});

export const badOption = (option: TextOption, typed: string, usage: string): UserError.Options => ({
  identifier: 'core.text-bad-option',
  message: withUsage(
    `\`${option.name}\` does not take ${quote(typed)}. It takes ${acceptedWords(option)}.`,
    usage,
  ),
});

export const optionTwice = (name: string, usage: string): UserError.Options => ({
  identifier: 'core.text-option-twice',
  message: withUsage(`\`${name}\` is there twice. Give it once.`, usage),
});

export const tooMuch = (typed: string, usage: string): UserError.Options => ({
  identifier: 'core.text-too-much',
  message: withUsage(`I do not know what ${quote(typed)} is for.`, usage),
});

export const noSuchSubcommand = (name: string, words: readonly string[]): UserError.Options => ({
  identifier: 'core.text-no-such-subcommand',
  message: `\`${name}\` needs one of these words after it: ${words.map((word) => `\`${word}\``).join(', ')}.`,
});

export const notAgeRestricted = (name: string): UserError.Options => ({
  identifier: 'core.text-not-age-restricted',
  message: `\`${name}\` works in age-restricted channels alone.`,
});

export const missingDiscordPermissions = (): UserError.Options => ({
  identifier: 'core.text-missing-permissions',
  message: 'You may not use this command here.',
});

export const slashFormOnly = (command: string, property: string): UserError.Options => ({
  identifier: 'core.slash-form-only',
  message: `This works as a slash command alone: use \`/${command}\`. (A message has no \`${property}\`.)`,
});

function withUsage(problem: string, usage: string): string {
  return `${problem}\nHow to type it: \`${usage}\``;
}

/** A quote in code, which nothing in it can end. */
function quote(typed: string): string {
  const line = typed.replaceAll(/\s+/gu, ' ').replaceAll('`', "'").trim();
  if (line === '') return 'nothing';
  return `\`${clip(line, MAX_QUOTE)}\``;
}
