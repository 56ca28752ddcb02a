import { customId, parseCustomId, type Translator } from '@twi/sdk';

/** A part of a list that is small enough to be at hand, and the buttons to the parts beside it. */
export interface ListPart<Item> {
  readonly items: readonly Item[];
  readonly buttons: {
    readonly previous?: string;
    readonly next?: string;
    readonly labels: { readonly previous: string; readonly next: string };
  };
}

/**
 * A page of a list.
 *
 * @param page counts from 0; beyond the last page it is the last, since entries may have gone
 * @param handler what answers the buttons
 */
export function pageOf<Item>(
  all: readonly Item[],
  { page, size, handler, t }: { page: number; size: number; handler: string; t: Translator },
): ListPart<Item> {
  const last = Math.max(0, Math.ceil(all.length / size) - 1);
  const now = Math.min(page, last);
  return {
    items: all.slice(now * size, (now + 1) * size),
    buttons: {
      ...(now > 0 && { previous: customId('utility', handler, String(now - 1)) }),
      ...(now < last && { next: customId('utility', handler, String(now + 1)) }),
      labels: { previous: t('utility:pages.previous'), next: t('utility:pages.next') },
    },
  };
}

/** The page that a button of `handler` shows, or `undefined` when it is another's button. */
export function parsePage(handler: string, id: string): number | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'utility' || parsed.handler !== handler) return undefined;
  return /^\d{1,4}$/.test(parsed.state) ? Number(parsed.state) : undefined;
}
