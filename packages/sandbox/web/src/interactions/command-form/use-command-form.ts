import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CommandEntry } from '../command-picker/command-entry.ts';
import type { Directory } from '../directory.ts';
import type { InteractionSession } from '../interaction-session.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';
import { useListNavigation } from '../suggestions/use-list-navigation.ts';
import { readDraft } from './command-draft.ts';
import type { CommandDraft } from './command-draft.ts';
import type { TypedOption } from './typed-option.ts';
import { useOptionSuggestions } from './use-option-suggestions.ts';

/** Holds what was filled in for a command, and carries out what keys and clicks ask for. */
export function useCommandForm({
  entry,
  session,
  directory,
  onClose,
}: {
  readonly entry: CommandEntry;
  readonly session: InteractionSession;
  readonly directory: Directory;
  readonly onClose: () => void;
}) {
  const required = entry.options.filter((option) => option.required);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [focused, setFocused] = useState<string | undefined>(required[0]?.name);
  const [draft, setDraft] = useState<CommandDraft>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const [isListClosed, setListClosed] = useState(false);
  const fields = useRef(new Map<string, HTMLInputElement>());
  const shown = entry.options.filter((option) => option.required || added.includes(option.name));
  const option = shown.find(({ name }) => name === focused);
  const found = useOptionSuggestions(session, directory, { entry, draft, option });
  const suggestions = isListClosed ? [] : found.suggestions;
  const text = option ? (draft[option.name]?.text ?? '') : '';
  // Nothing is active in the list of an optional field that is empty, so that Enter sends the command as it is.
  const start = option && !option.required && text === '' ? -1 : 0;
  const navigation = useListNavigation(suggestions.length, `${focused}:${text}`, start);

  useLayoutEffect(() => {
    if (focused !== undefined) fields.current.get(focused)?.focus();
  }, [focused, added]);

  function type(name: string, typed: TypedOption): void {
    setDraft((before) => ({ ...before, [name]: typed }));
    setProblems(({ [name]: _solved, ...others }) => others);
    setListClosed(false);
  }

  /** At once, as people type on without waiting for the page. */
  function focus(name: string): void {
    setFocused(name);
    fields.current.get(name)?.focus();
  }

  function moveOn(from: APIApplicationCommandBasicOption): void {
    const next = shown[shown.indexOf(from) + 1];
    if (next) focus(next.name);
  }

  function choose({ label, value }: Suggestion): void {
    if (!option) return;
    type(option.name, { text: label, chosen: value });
    moveOn(option);
  }

  function submit(): void {
    if (isBusy) return;
    const read = readDraft(entry, draft);
    setProblems(read.problems);
    const [wrong] = Object.keys(read.problems);
    if (wrong !== undefined) {
      focus(wrong);
      return;
    }
    onClose();
    void session.slash(entry.line, read.values);
  }

  function add(name: string): void {
    setAdded((before) => [...before, name]);
    setFocused(name);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || navigation.onArrow(event)) return;
    const active = suggestions[navigation.active];
    const isInField = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (suggestions.length > 0) setListClosed(true);
      else onClose();
    } else if (event.key === 'Enter' && isInField) {
      event.preventDefault();
      if (active) choose(active);
      else submit();
    } else if (event.key === 'Tab' && !event.shiftKey && isInField && active) {
      choose(active);
      // A last field is left by the Tab itself, towards the options that can be added.
      if (option && shown.at(-1) !== option) event.preventDefault();
    } else if (event.key === 'Backspace' && isInField && text === '') {
      event.preventDefault();
      goBack();
    }
  }

  function goBack(): void {
    const index = option ? shown.indexOf(option) : 0;
    const before = shown[index - 1];
    if (option && !option.required) setAdded((names) => names.filter((name) => name !== option.name));
    if (before) focus(before.name);
    else if (option?.required !== false || shown.length <= 1) onClose();
  }

  return {
    shown,
    addable: entry.options.filter((candidate) => !shown.includes(candidate)),
    option,
    draft,
    problems,
    status: isListClosed ? undefined : found.status,
    suggestions,
    navigation,
    fields: fields.current,
    type,
    choose,
    submit,
    add,
    isBusy,
    setBusy,
    setFocused: (name: string) => {
      setFocused(name);
      setListClosed(false);
    },
    setProblem: (name: string, problem: string) => setProblems((before) => ({ ...before, [name]: problem })),
    onKeyDown,
  };
}
