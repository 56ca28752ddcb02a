import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { CommandEntry } from '../command-picker/command-entry.ts';
import type { Directory } from '../directory.ts';
import type { InteractionSession } from '../interaction-session.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';
import { autocompleteValues } from './command-draft.ts';
import type { CommandDraft } from './command-draft.ts';
import { optionSuggestions } from './option-suggestions.ts';
import { useAutocomplete } from './use-autocomplete.ts';

/** What can be chosen for the option that is being filled in, and what is to be said of it. */
export interface OptionSuggestions {
  readonly suggestions: readonly Suggestion[];
  readonly status?: string;
}

/** Finds suggestions for an option: the bot's own, or what the sandbox knows. */
export function useOptionSuggestions(
  session: InteractionSession,
  directory: Directory,
  asked: {
    readonly entry: CommandEntry;
    readonly draft: CommandDraft;
    readonly option: APIApplicationCommandBasicOption | undefined;
  },
): OptionSuggestions {
  const { entry, draft, option } = asked;
  const isChosen = option !== undefined && draft[option.name]?.chosen !== undefined;
  const isAsked = option !== undefined && 'autocomplete' in option && (option.autocomplete ?? false);
  const answer = useAutocomplete(session, isAsked && !isChosen, {
    line: entry.line,
    focused: option?.name ?? '',
    values: option ? autocompleteValues(entry, draft, option) : {},
  });
  if (!option || isChosen) return { suggestions: [] };
  if (!isAsked) return { suggestions: optionSuggestions(option, draft[option.name]?.text ?? '', directory) };
  if (answer.state === 'loading') return { suggestions: [], status: 'Loading options…' };
  if (answer.state === 'failed')
    return { suggestions: [], status: `Loading options failed: ${answer.problem}` };
  if (answer.suggestions.length === 0) return { suggestions: [], status: 'No options match your search.' };
  return { suggestions: answer.suggestions };
}
