import type { MessageText } from '../text/message-text.ts';
import type { Span } from '../text/normalise.ts';
import { appearance, readDomain } from './domain.ts';

/** A web address in a text. */
export interface Address {
  /** In ASCII (punycode), lower case. */
  readonly host: string;
  /** What the host looks like to people. */
  readonly looks: string;
  /** Whether Discord makes a link of it; a bare `example.com` stays text. */
  readonly isLink: boolean;
  readonly part: Span;
}

const LINK = /https?:\/\/[^\s<>]+/gu;
const BARE = /(?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}][\p{L}\p{N}-]{1,62}/gu;
/** A message has room for hundreds; more than this changes no verdict worth having. */
const MOST = 100;

/** The web addresses in a text. */
export function addressesIn(text: MessageText): readonly Address[] {
  return text.fact(search);
}

function search(text: MessageText): Address[] {
  if (!/[.。．｡]|:\/\//u.test(text.original)) return [];
  // Without what nobody sees, and in lower case; letters stay what they are, for those decide where a link leads.
  const view = text.view('plain');
  const addresses: Address[] = [];
  const taken: Span[] = [];
  const add = (match: RegExpExecArray, host: string | undefined, isLink: boolean): void => {
    if (host === undefined || addresses.length >= MOST) return;
    const span = { start: match.index, end: match.index + match[0].length };
    taken.push(span);
    addresses.push({ host, looks: appearance(host), isLink, part: view.originOf(span) });
  };
  for (const match of view.text.matchAll(LINK)) add(match, hostOf(match[0]), true);
  for (const match of view.text.matchAll(BARE))
    if (!taken.some(({ start, end }) => match.index >= start && match.index < end))
      add(match, readDomain(match[0]), false);
  return addresses;
}

function hostOf(link: string): string | undefined {
  return URL.canParse(link) ? new URL(link).hostname.replace(/\.$/, '') : undefined;
}
