import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { suggestionId } from '../suggestions/suggestion-list.tsx';
import type { CommandEntry } from './command-entry.ts';
import type { CommandSection } from './command-sections.ts';

/** The commands that can be chosen, under their headings. */
export function CommandList({
  id,
  sections,
  active,
  onActivate,
  onChoose,
}: {
  readonly id: string;
  readonly sections: readonly CommandSection[];
  readonly active: number;
  readonly onActivate: (index: number) => void;
  readonly onChoose: (entry: CommandEntry) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const all = sections.flatMap((section) => section.entries);
  return (
    <div ref={list} id={id} role="listbox" aria-label="Commands" class="suggestions command-list">
      {sections.map((section) => (
        <div key={section.title} role="group" aria-label={section.title}>
          <div class="command-section" aria-hidden="true">
            {section.title}
          </div>
          {section.entries.map((entry) => {
            const index = all.indexOf(entry);
            return (
              <CommandRow
                // A command of the server and one of everywhere may share a name, and a plugin.
                key={entry.isOfServer ? `${entry.line} here` : entry.line}
                id={suggestionId(id, index)}
                entry={entry}
                isActive={index === active}
                onActivate={() => onActivate(index)}
                onChoose={() => onChoose(entry)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function CommandRow({
  id,
  entry,
  isActive,
  onActivate,
  onChoose,
}: {
  readonly id: string;
  readonly entry: CommandEntry;
  readonly isActive: boolean;
  readonly onActivate: () => void;
  readonly onChoose: () => void;
}) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      class={isActive ? 'suggestion command suggestion-active' : 'suggestion command'}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onActivate}
      onClick={onChoose}
    >
      <span class="command-line">
        /{entry.line}
        {entry.options.map((option) => (
          <Fragment key={option.name}>
            {' '}
            <span class="command-option">{option.required ? option.name : `[${option.name}]`}</span>
          </Fragment>
        ))}
      </span>{' '}
      <span class="suggestion-detail">{entry.description}</span>
    </div>
  );
}
