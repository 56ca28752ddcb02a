import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { CommandEntry } from '../command-picker/command-entry.ts';
import type { Directory } from '../directory.ts';
import type { InteractionSession } from '../interaction-session.ts';
import { SuggestionList, suggestionId } from '../suggestions/suggestion-list.tsx';
import { OptionField } from './option-field.tsx';
import { optionKind } from './option-kind.ts';
import { NOTHING_TYPED } from './typed-option.ts';
import { useCommandForm } from './use-command-form.ts';

/** A chosen command with its options to fill in; stands where the text field of the composer stood. */
export function CommandForm(props: {
  readonly entry: CommandEntry;
  readonly session: InteractionSession;
  readonly directory: Directory;
  readonly onClose: () => void;
}) {
  const { entry, onClose } = props;
  const id = useId();
  const form = useCommandForm(props);
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // A command without required options has no field to start in.
    if (form.shown.length === 0) root.current?.querySelector<HTMLElement>('.command-send')?.focus();
  }, []);
  const { option, suggestions, navigation, problems } = form;
  const isOpen = suggestions.length > 0;
  return (
    <div
      ref={root}
      class="command-form"
      role="group"
      aria-label={`Command /${entry.line}`}
      onKeyDown={form.onKeyDown}
    >
      <div class="suggestion-panel" tabIndex={0}>
        <p id={`${id}-help`} class="option-help">
          <OptionHelp entry={entry} option={option} />
          {option && problems[option.name] !== undefined && (
            <strong class="option-problem" role="alert">
              {problems[option.name]}
            </strong>
          )}
        </p>
        {form.status !== undefined && (
          <p class="suggestion-empty" role="status">
            {form.status}
          </p>
        )}
        {isOpen && option && (
          <SuggestionList
            id={`${id}-list`}
            label={`Choices for ${option.name}`}
            suggestions={suggestions}
            active={navigation.active}
            onActivate={navigation.setActive}
            onChoose={form.choose}
          />
        )}
      </div>
      <div class="command-bar">
        <span class="command-name">/{entry.line}</span>
        {form.shown.map((shown) => (
          <OptionField
            key={shown.name}
            option={shown}
            typed={form.draft[shown.name] ?? NOTHING_TYPED}
            problem={problems[shown.name]}
            field={(element) => {
              if (element) form.fields.set(shown.name, element);
            }}
            helpId={`${id}-help`}
            list={
              isOpen && shown === option
                ? {
                    id: `${id}-list`,
                    activeId:
                      navigation.active < 0 ? undefined : suggestionId(`${id}-list`, navigation.active),
                  }
                : undefined
            }
            onType={(typed) => form.type(shown.name, typed)}
            onProblem={(problem) => form.setProblem(shown.name, problem)}
            onBusy={form.setBusy}
            onFocus={() => form.setFocused(shown.name)}
          />
        ))}
        {form.addable.map(({ name, description }) => (
          <button
            key={name}
            type="button"
            class="option-add"
            title={description}
            onClick={() => form.add(name)}
          >
            + {name}
          </button>
        ))}
        <span class="command-actions">
          <button type="button" class="command-cancel" aria-label="Cancel the command" onClick={onClose}>
            ✕
          </button>
          <button type="button" class="command-send" disabled={form.isBusy} onClick={form.submit}>
            Send
          </button>
        </span>
      </div>
    </div>
  );
}

function OptionHelp({
  entry,
  option,
}: {
  readonly entry: CommandEntry;
  readonly option: CommandEntry['options'][number] | undefined;
}) {
  if (!option) return <span>{entry.description}</span>;
  return (
    <span>
      <b>{option.name}</b> {option.description}{' '}
      <small>
        ({optionKind(option.type)}, {option.required ? 'required' : 'optional'})
      </small>
    </span>
  );
}
