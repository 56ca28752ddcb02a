import { clip, type Translator } from '@twi/sdk';

/** Room for “and 1,234,567 more” in any language. */
const ROOM_FOR_REST = 40;

/** As many entries as fit, joined by commas, and how many there are besides. The first is cut where it is too long. */
export function fittingList(entries: readonly string[], length: number, t: Translator): string {
  const whole = entries.join(', ');
  if (whole.length <= length) return whole;
  const [first = '', ...others] = entries;
  let text = clip(first, length - ROOM_FOR_REST);
  let count = 1;
  for (const entry of others) {
    if (text.length + entry.length + 2 > length - ROOM_FOR_REST) break;
    text += `, ${entry}`;
    count += 1;
  }
  return count === entries.length
    ? text
    : `${text}, ${t('integrations:more', { count: entries.length - count })}`;
}
