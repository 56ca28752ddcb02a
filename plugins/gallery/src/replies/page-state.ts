import { customId, parseCustomId } from '@twi/sdk';

/** So much of what was typed fits into the custom ids of the buttons, which all pages are made from. */
export const LONGEST_QUERY = 55;
export const LONGEST_FILTER = 40;

/** Stands in nothing that is kept on one line. */
const SEPARATOR = '\n';

/** What a page of `/gallery list` shows. */
export interface ListState {
  readonly tag?: string | undefined;
  readonly creator?: string | undefined;
  readonly cursor?: string | undefined;
}

/** What a page of `/gallery search` shows. */
export interface SearchState {
  readonly query: string;
  readonly cursor?: string | undefined;
}

/** The custom id of a button that shows a page of a list. */
export function listPage({ cursor = '', tag = '', creator = '' }: ListState): string {
  return customId('gallery', 'list', [cursor, tag, creator].map(onOneLine).join(SEPARATOR));
}

/** The page that a button shows, or `undefined` when it is another's button. */
export function parseListPage(id: string): ListState | undefined {
  const state = stateOf('list', id);
  if (!state) return undefined;
  const [cursor, tag, creator] = state.map((part) => part || undefined);
  return { cursor, tag, creator };
}

/** The custom id of a button that shows a page of what was found. */
export function searchPage({ cursor = '', query }: SearchState): string {
  return customId('gallery', 'search', [cursor, onOneLine(query)].join(SEPARATOR));
}

export function parseSearchPage(id: string): SearchState | undefined {
  const state = stateOf('search', id);
  if (!state) return undefined;
  const [cursor, query = ''] = state;
  return { cursor: cursor || undefined, query };
}

/** The custom id of a button that draws another item. */
export function anotherItem(tag: string | undefined): string {
  return customId('gallery', 'random', tag ?? '');
}

export function parseAnotherItem(id: string): { tag: string | undefined } | undefined {
  const state = stateOf('random', id);
  return state && { tag: state[0] || undefined };
}

function stateOf(handler: string, id: string): string[] | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'gallery' || parsed.handler !== handler) return undefined;
  return parsed.state.split(SEPARATOR);
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
