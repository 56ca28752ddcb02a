import { useEffect, useState } from 'preact/hooks';
import type { OptionValue } from '../interaction-action.ts';
import { failureText } from '../interaction-session.ts';
import type { InteractionSession } from '../interaction-session.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';

/** How long the bot is spared while somebody types. */
const DEBOUNCE_MS = 250;

/** What the bot suggests for the text of an option, or how asking it went. */
export interface Autocomplete {
  readonly state: 'loading' | 'loaded' | 'failed';
  readonly suggestions: readonly Suggestion[];
  readonly problem?: string;
}

const LOADING: Autocomplete = { state: 'loading', suggestions: [] };

/** Asks the bot for suggestions when the typing pauses; answers to an earlier text are dropped. */
export function useAutocomplete(
  session: InteractionSession,
  isWanted: boolean,
  asked: {
    readonly line: string;
    readonly focused: string;
    readonly values: Readonly<Record<string, OptionValue>>;
  },
): Autocomplete {
  const [answer, setAnswer] = useState(LOADING);
  const { line, focused, values } = asked;
  const text = values[focused] ?? '';
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    setAnswer(LOADING);
    const ask = async () => {
      const next = await answerOf(session, line, focused, values);
      if (isCurrent) setAnswer(next);
    };
    const timer = setTimeout(() => void ask(), DEBOUNCE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [session, isWanted, line, focused, text]);
  return answer;
}

async function answerOf(
  session: InteractionSession,
  line: string,
  focused: string,
  values: Readonly<Record<string, OptionValue>>,
): Promise<Autocomplete> {
  try {
    const choices = await session.autocomplete(line, values, focused);
    return { state: 'loaded', suggestions: choices.map(({ name, value }) => ({ label: name, value })) };
  } catch (error) {
    return { state: 'failed', suggestions: [], problem: failureText(error) };
  }
}
