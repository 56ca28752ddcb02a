import { useEffect, useRef } from 'preact/hooks';
import type { Suggestion } from './suggestion.ts';

/** Shows entries to choose from; the field that owns the list keeps the focus. */
export function SuggestionList<Value>({
  id,
  label,
  suggestions,
  active,
  isMultiple = false,
  onActivate,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly suggestions: readonly Suggestion<Value>[];
  readonly active: number;
  readonly isMultiple?: boolean;
  readonly onActivate: (index: number) => void;
  readonly onChoose: (suggestion: Suggestion<Value>) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      aria-multiselectable={isMultiple}
      class="suggestions"
    >
      {suggestions.map((suggestion, index) => (
        <li
          key={String(suggestion.value)}
          id={suggestionId(id, index)}
          role="option"
          aria-selected={isMultiple ? suggestion.isChosen === true : index === active}
          class={index === active ? 'suggestion suggestion-active' : 'suggestion'}
          // The field must not lose the focus to a press on the list.
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onActivate(index)}
          onClick={() => onChoose(suggestion)}
        >
          {isMultiple && (
            <span class="suggestion-check" aria-hidden="true">
              {suggestion.isChosen ? '☑' : '☐'}
            </span>
          )}
          {suggestion.sign !== undefined && (
            <span class="suggestion-sign" aria-hidden="true">
              {suggestion.sign}
            </span>
          )}
          <span class="suggestion-label">{suggestion.label}</span>
          {suggestion.detail !== undefined && <span class="suggestion-detail">{suggestion.detail}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The id of one entry, for `aria-activedescendant`. */
export function suggestionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
