/** A line between messages: where another day begins, or where the new ones do. */
export function Separator({ day, isNew }: { day: string | undefined; isNew: boolean }) {
  return (
    <div
      class={isNew ? 'separator separator-new' : 'separator'}
      role="separator"
      aria-label={[day, isNew && 'New messages'].filter(Boolean).join(', ')}
    >
      {day !== undefined && <span>{day}</span>}
      {isNew && <b>NEW</b>}
    </div>
  );
}
