import type { ErrorFilter } from './error-groups.ts';

/** What the pages of `/host errors` carry in their custom ids: the filter, and the error that a page begins with. */
export interface ErrorPageState {
  readonly filter: ErrorFilter;
  readonly from?: string | undefined;
}

const RADIX = 36;

export function encodeErrorPage({ filter, from = '' }: ErrorPageState): string {
  const since = filter.since ? Math.floor(filter.since.getTime() / 1_000).toString(RADIX) : '';
  return [filter.pluginId ?? '', since, filter.includeResolved ? '1' : '', from].join('|');
}

export function decodeErrorPage(state: string): ErrorPageState {
  const [pluginId, since, includeResolved, from] = state.split('|');
  return {
    filter: {
      pluginId: pluginId || undefined,
      since: since ? new Date(Number.parseInt(since, RADIX) * 1_000) : undefined,
      includeResolved: includeResolved === '1',
    },
    from: from || undefined,
  };
}
