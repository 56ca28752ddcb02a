import { clip, type PlainReply, quotable, reply, type Translator, escaped } from '@twi/sdk';
import { hyperlink } from 'discord.js';
import type { Found, Hit } from '../search/found.ts';
import { type SearchState, turnButton } from '../search/search-state.ts';

const LONGEST_HEADING = 256;
const LONGEST_TITLE = 100;
const LONGEST_TEXT = 200;
/** A longer address than this is shown as text alone; ten of them and their texts fit into an embed. */
const LONGEST_URL = 300;
const LONGEST_PAGE = 3_900;

export interface SearchView {
  readonly search: 'wiki' | 'find';
  readonly state: SearchState;
  /** How many hits a page has. */
  readonly size: number;
  /** Where it was searched. */
  readonly site: string;
  /** Whether the number of hits is an estimate. */
  readonly isEstimate: boolean;
  readonly t: Translator;
}

/** A page of what a search found. */
export function searchReply({ hits, total, next }: Found, view: SearchView): PlainReply {
  const { search, state, size, site, isEstimate, t } = view;
  const query = escaped(quotable(state.query));
  const previous = state.offset > 0 ? Math.max(0, state.offset - size) : undefined;
  const turn = (offset: number | undefined) =>
    offset === undefined ? undefined : turnButton(search, { ...state, offset });
  const count = total ?? 0;
  return reply.list(spaced(fitting(hits.map(textOf))), {
    title: clip(t('integrations:search.title', { query, site }), LONGEST_HEADING),
    empty: t('integrations:search.none', { query }),
    previous: turn(previous),
    next: turn(next),
    labels: { previous: t('integrations:pages.previous'), next: t('integrations:pages.next') },
    ...(count > 0 && {
      footer: t(isEstimate ? 'integrations:search.about-hits' : 'integrations:search.hits', { count }),
    }),
  });
}

function textOf({ title, url, text }: Hit): string {
  const name = clip(escaped(title.replaceAll(/\s+/g, ' ')), LONGEST_TITLE);
  // A parenthesis would end the address.
  const address = url.replaceAll('(', '%28').replaceAll(')', '%29');
  const heading = address.length <= LONGEST_URL ? hyperlink(name, address) : name;
  const words = clip(escaped(text.replaceAll(/\s+/g, ' ').trim()), LONGEST_TEXT);
  return words === '' ? `**${heading}**` : `**${heading}**\n${words}`;
}

/** A line between one and the next. */
function spaced(texts: readonly string[]): string[] {
  return texts.map((text, index) => (index < texts.length - 1 ? `${text}\n` : text));
}

function fitting(texts: readonly string[]): string[] {
  let length = 0;
  return texts.filter((text) => (length += text.length + 2) <= LONGEST_PAGE);
}
