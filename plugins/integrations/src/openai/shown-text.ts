import { clip, escaped } from '@twi/sdk';
import type { People } from '../conversations/people.ts';

const ADDRESS = /https?:\/\/[^\s<>*|~`()[\]\\"'“”„«»]+/giu;
/** What an address would not end with in a sentence. */
const PUNCTUATION = /[.,;:!?…]+$/u;
/** Control characters, and those that turn text around or are not seen (Unicode, Cf); a joiner holds emoji together. */
const UNSEEN = /(?!\u200D)[\p{Cf}\p{Cc}]/gu;
/** Addresses of other kinds, which Discord opens too. */
const OTHER_SCHEME = /\b(?!https?:)[a-z][a-z\d+.-]*:\/\//giu;
/** Invitations work without a scheme. */
const INVITE = /\b(?:discord(?:app)?\.(?:gg|com\/invite)|dsc\.gg)\/\S*/giu;
const PING = /@(?=everyone|here)/giu;
const LEFT_OUT = '[…]';

/** What a text of a model is held against. */
export interface Source {
  readonly people: People;
  /** The addresses that people wrote. */
  readonly addresses: ReadonlySet<string>;
}

/** The addresses in texts. */
export function addressesIn(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => (text.match(ADDRESS) ?? []).map(bare)));
}

/**
 * A text of a model as people may see it: on one line, without formatting, mentions, and addresses that nobody wrote.
 * Whatever the messages made the model say, it can do no more than a sentence can.
 *
 * @param length how many characters of the model are shown at most; escaping adds to them.
 */
export function shownText(text: string, length: number, { people, addresses }: Source): string {
  const seen = clip(text.toWellFormed().replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').trim(), length);
  return people.named(seen, (words) => withoutStrangeAddresses(words, addresses));
}

function withoutStrangeAddresses(text: string, addresses: ReadonlySet<string>): string {
  let end = 0;
  let shown = '';
  for (const match of text.matchAll(ADDRESS)) {
    const address = bare(match[0]);
    shown += plain(text.slice(end, match.index)) + (addresses.has(address) ? address : plain(LEFT_OUT));
    end = match.index + address.length;
  }
  return shown + plain(text.slice(end));
}

/** `escaped` puts what is around together, so spaces at the ends are kept by hand. */
function plain(text: string): string {
  return escaped(
    text.replaceAll(OTHER_SCHEME, LEFT_OUT).replaceAll(INVITE, LEFT_OUT).replaceAll(PING, '@\u200B'),
  );
}

function bare(address: string): string {
  return address.replace(PUNCTUATION, '');
}
