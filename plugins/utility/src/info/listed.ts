import type { Translator } from '@twi/sdk';

/** So many of them, and how many more there are. */
export function listed(items: readonly string[], most: number, t: Translator): string {
  const shown = items.slice(0, most).join(', ');
  const more = items.length - most;
  return more > 0 ? `${shown}, ${t('utility:info.more', { more })}` : shown;
}
