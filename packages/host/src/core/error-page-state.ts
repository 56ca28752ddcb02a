import type { ErrorGroupFilter } from '@twi/database';

/** What the pages of `/host errors` carry in their custom ids: the filter, and where a page begins. */
export interface ErrorPageState {
  readonly filter: ErrorGroupFilter;
  /** Of the page; the first page when absent. */
  readonly cursor?: string | undefined;
}

const RADIX = 36;

export function encodeErrorPage({ filter, cursor = '' }: ErrorPageState): string {
  const since = filter.since ? Math.floor(filter.since.getTime() / 1_000).toString(RADIX) : '';
  return [filter.pluginId ?? '', since, filter.includeResolved ? '1' : '', cursor].join('|');
}

export function decodeErrorPage(state: string): ErrorPageState {
  const [pluginId, since, includeResolved, cursor] = state.split('|');
  return {
    filter: {
      pluginId: pluginId || undefined,
      since: since ? new Date(Number.parseInt(since, RADIX) * 1_000) : undefined,
      includeResolved: includeResolved === '1',
    },
    cursor: cursor || undefined,
  };
}
