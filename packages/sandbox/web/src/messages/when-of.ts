/**
 * Tells a moment as Discord does: only the time for today, the day before it for others.
 *
 * @param timestamp as the API writes it, in ISO 8601
 */
export function whenOf(timestamp: string): string {
  const time = timeOf(timestamp);
  const date = new Date(timestamp);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? `Today at ${time}` : `${date.toLocaleDateString()} ${time}`;
}

/** Tells the day of a moment in full. */
export function dayOf(timestamp: string): string {
  return new Date(timestamp).toLocaleDateString(undefined, { dateStyle: 'long' });
}

/** Tells the time of a moment, without its day. */
export function timeOf(timestamp: string): string {
  return new Date(timestamp).toLocaleTimeString(undefined, { timeStyle: 'short' });
}
