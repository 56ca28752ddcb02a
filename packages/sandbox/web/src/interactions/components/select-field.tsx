import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { matching } from '../suggestions/matching.ts';
import { SuggestionList, suggestionId } from '../suggestions/suggestion-list.tsx';
import type { Suggestion } from '../suggestions/suggestion.ts';
import { useListNavigation } from '../suggestions/use-list-navigation.ts';

/** A select menu. */
export interface SelectFieldProps {
  readonly label: string;
  readonly items: readonly Suggestion<string>[];
  readonly values: readonly string[];
  /** 0-25 */
  readonly minimum: number;
  /** 1-25; with 1 a choice closes the menu. */
  readonly maximum: number;
  readonly isDisabled?: boolean;
  readonly problem?: string | undefined;
  /** Told when the menu closes with another choice than it was opened with. */
  readonly onCommit: (values: readonly string[]) => void;
}

/** A menu to choose one or several entries from, with a field to search them. */
export function SelectField(props: SelectFieldProps) {
  const { label, items, values, isDisabled = false, problem } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = items.filter((item) => values.includes(item.value));
  return (
    <div class="select">
      <button
        ref={button}
        type="button"
        class="select-button"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-label={chosen.length > 0 ? `${label}: ${chosen.map((item) => item.label).join(', ')}` : label}
        aria-invalid={problem !== undefined}
        disabled={isDisabled}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {chosen.length === 0 && <span class="select-placeholder">{label}</span>}
        {chosen.map((item) => (
          <span key={item.value} class="select-value">
            {item.sign} {item.label}
          </span>
        ))}
        <span class="select-arrow" aria-hidden="true">
          ▾
        </span>
      </button>
      {isOpen && (
        <SelectPopup
          {...props}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
      {problem !== undefined && (
        <p class="option-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function SelectPopup(props: SelectFieldProps & { readonly onClose: () => void }) {
  const { label, items, minimum, maximum, onCommit, onClose } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [values, setValues] = useState(props.values);
  const input = useRef<HTMLInputElement>(null);
  const shown = matching(items, text, (item) => [item.label, item.detail ?? '']).map((item) => ({
    ...item,
    isChosen: values.includes(item.value),
  }));
  const navigation = useListNavigation(shown.length, text);
  const isMultiple = maximum > 1;
  // Before anybody can see the list: what is typed at once must not go to the button.
  useLayoutEffect(() => input.current?.focus(), []);

  function close(next: readonly string[]): void {
    onClose();
    const isChanged =
      next.length !== props.values.length || next.some((value) => !props.values.includes(value));
    if (isChanged && next.length >= minimum) onCommit(next);
  }

  function choose({ value }: Suggestion<string>): void {
    if (!isMultiple) return close([value]);
    const others = values.filter((other) => other !== value);
    if (others.length < values.length) return setValues(others);
    if (values.length < maximum) setValues([...values, value]);
    return undefined;
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing || navigation.onArrow(event)) return;
    const active = shown[navigation.active];
    if (event.key === 'Enter' && active) choose(active);
    else if (event.key === 'Escape') close(isMultiple ? values : props.values);
    else if (event.key === 'Tab') return close(isMultiple ? values : props.values);
    else return;
    event.preventDefault();
  }

  return (
    <div class="select-popup">
      <input
        ref={input}
        type="text"
        class="select-search"
        role="combobox"
        aria-label={`Search in ${label}`}
        aria-autocomplete="list"
        aria-expanded={true}
        aria-controls={id}
        aria-activedescendant={navigation.active < 0 ? undefined : suggestionId(id, navigation.active)}
        placeholder={isMultiple ? `Search, choose ${minimum} to ${maximum}` : 'Search'}
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => close(isMultiple ? values : props.values)}
      />
      {shown.length === 0 && (
        <p class="suggestion-empty" role="status">
          Nothing found.
        </p>
      )}
      <SuggestionList
        id={id}
        label={label}
        suggestions={shown}
        active={navigation.active}
        isMultiple={isMultiple}
        onActivate={navigation.setActive}
        onChoose={choose}
      />
    </div>
  );
}
