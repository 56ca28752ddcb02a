/** How much of the time to acknowledge an interaction was used. */
export function BudgetBar({
  usedMs,
  budgetMs,
  isOver,
}: {
  readonly usedMs: number | undefined;
  readonly budgetMs: number;
  readonly isOver: boolean;
}) {
  const used = usedMs ?? (isOver ? budgetMs : 0);
  const share = Math.min(1, used / budgetMs);
  const text =
    usedMs === undefined
      ? isOver
        ? 'not acknowledged in time'
        : 'waiting for the bot'
      : `acknowledged after ${Math.max(0, Math.round(usedMs))} ms of ${budgetMs} ms`;
  const level = share >= 1 ? 'late' : share > 0.5 ? 'slow' : 'good';
  return (
    <span class="budget">
      <span
        class="budget-track"
        role="meter"
        aria-label="Time used to acknowledge"
        aria-valuemin={0}
        aria-valuemax={budgetMs}
        aria-valuenow={Math.round(Math.min(used, budgetMs))}
        aria-valuetext={text}
      >
        <span class={`budget-used budget-${level}`} style={{ width: `${Math.max(2, share * 100)}%` }} />
      </span>
      <small>{text}</small>
    </span>
  );
}
