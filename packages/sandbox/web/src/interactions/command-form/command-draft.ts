import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { CommandEntry } from '../command-picker/command-entry.ts';
import type { OptionValue } from '../interaction-action.ts';
import { readOption } from './read-option.ts';
import { NOTHING_TYPED } from './typed-option.ts';
import type { TypedOption } from './typed-option.ts';

/** What was typed for a command, by the names of its options. */
export type CommandDraft = Readonly<Record<string, TypedOption>>;

/** Reads all options: those that can be sent, and the problems of the others. */
export function readDraft(
  { options }: CommandEntry,
  draft: CommandDraft,
): { readonly values: Record<string, OptionValue>; readonly problems: Record<string, string> } {
  const values: Record<string, OptionValue> = {};
  const problems: Record<string, string> = {};
  for (const option of options) {
    const { value, problem } = readOption(option, draft[option.name] ?? NOTHING_TYPED);
    if (value !== undefined) values[option.name] = value;
    if (problem !== undefined) problems[option.name] = problem;
  }
  return { values, problems };
}

/** The values that the bot is told of while `focused` is typed: what is typed there, and whatever else is right. */
export function autocompleteValues(
  entry: CommandEntry,
  draft: CommandDraft,
  focused: APIApplicationCommandBasicOption,
): Record<string, OptionValue> {
  const { values } = readDraft(entry, draft);
  return { ...values, [focused.name]: draft[focused.name]?.text ?? '' };
}
