import type { ActivityEntry } from './activity-entry.ts';
import { BudgetBar } from './budget-bar.tsx';

const SIGNS = { request: '→', event: '←', interaction: '⚡' } as const;
const NAMES = {
  request: 'Request of the bot',
  event: 'Event to the bot',
  interaction: 'Interaction',
} as const;

/** One thing that passed; opens to everything that is known of it. */
export function ActivityRow({
  entry,
  budgetMs,
}: {
  readonly entry: ActivityEntry;
  readonly budgetMs: number;
}) {
  const { kind, title, mark, isBad, durationMs, at } = entry;
  return (
    <li>
      <details class={isBad ? 'activity activity-bad' : 'activity'}>
        <summary>
          <span class={`activity-sign activity-${kind}`} title={NAMES[kind]} aria-hidden="true">
            {SIGNS[kind]}
          </span>
          <span class="hidden">{NAMES[kind]}: </span>
          <span class="activity-title">{title}</span>
          {mark !== '' && <span class="activity-mark">{mark}</span>}
          {durationMs !== undefined && <small>{durationMs.toFixed(durationMs < 10 ? 1 : 0)} ms</small>}
          {kind === 'interaction' && (
            <BudgetBar
              usedMs={entry.acknowledgedAfterMs}
              budgetMs={budgetMs}
              isOver={Date.now() - at > budgetMs}
            />
          )}
        </summary>
        <p class="activity-time">{new Date(at).toLocaleTimeString()}</p>
        <pre tabIndex={0}>{JSON.stringify(entry.details, undefined, 2)}</pre>
      </details>
    </li>
  );
}
