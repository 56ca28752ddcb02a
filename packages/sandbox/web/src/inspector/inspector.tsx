import { useMemo, useState } from 'preact/hooks';
import { activityEntries } from './activity-entry.ts';
import type { ActivityKind } from './activity-entry.ts';
import { ActivityRow } from './activity-row.tsx';
import { CommandTable } from './command-table.tsx';
import { FaultButtons } from './fault-buttons.tsx';
import { useActivity } from './use-activity.ts';

const KINDS: readonly { readonly kind: ActivityKind; readonly label: string }[] = [
  { kind: 'request', label: 'Requests' },
  { kind: 'event', label: 'Events' },
  { kind: 'interaction', label: 'Interactions' },
];
/** More rows than that are searched for, not scrolled through. */
const MAXIMUM_ROWS = 200;

/** Shows everything that passes between the bot and the sandbox, and lets people cause faults. */
export function Inspector() {
  const [isPaused, setPaused] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<ActivityKind>>(new Set());
  const [text, setText] = useState('');
  const { requests, dispatches, commands, commandGroups, interactionDeadlineMs } = useActivity(isPaused);
  const entries = useMemo(() => activityEntries(requests, dispatches), [requests, dispatches]);
  const wanted = text.trim().toLowerCase();
  const shown = entries
    .filter((entry) => !hidden.has(entry.kind) && matches(entry.title, entry.mark, wanted))
    .slice(0, MAXIMUM_ROWS);

  function toggle(kind: ActivityKind): void {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  }

  return (
    <div class="inspector-content">
      <h2>Inspector</h2>
      <FaultButtons />
      <CommandTable commands={commands} groups={commandGroups} />
      <div class="inspector-filter">
        <input
          type="search"
          aria-label="Filter"
          placeholder="Filter: path, status, event…"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {KINDS.map(({ kind, label }) => (
          <button key={kind} type="button" aria-pressed={!hidden.has(kind)} onClick={() => toggle(kind)}>
            {label}
          </button>
        ))}
        <button type="button" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
          Pause
        </button>
      </div>
      <ul class="activities" aria-label="What passed, latest first">
        {shown.map((entry) => (
          <ActivityRow key={entry.key} entry={entry} budgetMs={interactionDeadlineMs} />
        ))}
      </ul>
      {shown.length === 0 && <p class="suggestion-empty">Nothing yet.</p>}
    </div>
  );
}

function matches(title: string, mark: string, wanted: string): boolean {
  return `${title} ${mark}`.toLowerCase().includes(wanted);
}
