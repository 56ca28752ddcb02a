import { customId, parseCustomId } from '@twi/sdk';

/** What a page of a search shows. It travels in the custom ids of its buttons, so they outlive the process. */
export interface SearchState {
  readonly query: string;
  readonly site?: string | undefined;
  /** Where the page begins, from 0. */
  readonly offset: number;
}

/** Discord's limit for custom ids (Interactions › Message Components). */
const LONGEST_ID = 100;
const STATE = /^(\d{1,4}):([^:]*):(.+)$/s;

type Search = 'wiki' | 'find';

/** The custom id of a button that shows a page; `undefined` where the words are too long to travel in it. */
export function turnButton(search: Search, { query, site = '', offset }: SearchState): string | undefined {
  const state = `${offset}:${site}:${query}`;
  const room = LONGEST_ID - customId('integrations', search, '-').length + 1;
  return state.length <= room && offset < 10_000 ? customId('integrations', search, state) : undefined;
}

/** The page that a button shows, or `undefined` when it is another's. */
export function parseTurnButton(search: Search, id: string): SearchState | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'integrations' || parsed.handler !== search) return undefined;
  const [, offset, site, query] = STATE.exec(parsed.state) ?? [];
  return offset === undefined || query === undefined
    ? undefined
    : { offset: Number(offset), site: site || undefined, query };
}
