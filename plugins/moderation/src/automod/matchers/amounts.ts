import type { LeafOf } from '../rules/condition.ts';
import type { MessageText } from '../text/message-text.ts';
import type { Matcher } from './subject.ts';

const CUSTOM_EMOJI = /<a?:\w{2,32}:\d{17,20}>/g;
const UNICODE_EMOJI = /\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Emoji}\ufe0f/gv;
/** Where emoji may be: the exact look tries thousands of sequences at every place. */
const MAYBE_EMOJI =
  /(?:[#*0-9]\ufe0f|\u200d|\ufe0f|[\u00a9\u00ae]|[\u203c-\u3029]|[\u3030-\u3098]|[\u309b-\u3299]|[\u{1f000}-\u{1faff}]|[\u{e0020}-\u{e007f}])+/gu;
const NOT_PROSE = /<[@#:a][^>\s]{1,80}>|https?:\/\/\S+/g;
const MENTIONS = { users: /<@!?(\d{17,20})>/g, roles: /<@&(\d{17,20})>/g, everyone: /@(everyone|here)\b/g };
const MARKS = /\p{M}+/gu;

/** Many people, roles or everyone named; one who is named twice counts once. */
export function mentions({ count, kind }: LeafOf<'mentions'>): Matcher {
  const shapes = kind === 'any' ? Object.values(MENTIONS) : [MENTIONS[kind]];
  return {
    cost: 1,
    find({ text: { original } }) {
      if (!original.includes('@')) return undefined;
      const named = new Set(shapes.flatMap((shape) => Array.from(original.matchAll(shape), ([all]) => all)));
      return named.size >= count ? { what: counted(named.size, 'mention') } : undefined;
    },
  };
}

/** Much of the text in capitals. Addresses, mentions and emoji do not count. */
export function caps({ percent, letters }: LeafOf<'caps'>): Matcher {
  return {
    cost: 2,
    find({ text }) {
      if (text.original.length < letters) return undefined;
      const { all, capitals } = text.fact(lettersIn);
      const share = (capitals / all) * 100;
      return all >= letters && share >= percent ? { what: `${Math.round(share)} % capitals` } : undefined;
    },
  };
}

function lettersIn({ original }: MessageText): { readonly all: number; readonly capitals: number } {
  const prose = original.replaceAll(NOT_PROSE, '');
  return { all: countOf(prose, /\p{Lu}|\p{Ll}|\p{Lt}/gu), capitals: countOf(prose, /\p{Lu}/gu) };
}

/** Many emoji, those of servers included; a family or a flag is one. */
export function emoji({ count }: LeafOf<'emoji'>): Matcher {
  return {
    cost: 4,
    find({ text }) {
      // No emoji takes less than a unit.
      if (text.original.length < count) return undefined;
      const found = text.fact(emojiIn);
      return found >= count ? { what: `${found} emoji` } : undefined;
    },
  };
}

function emojiIn({ original }: MessageText): number {
  const custom = original.includes('<') ? countOf(original, CUSTOM_EMOJI) : 0;
  const places = original.match(MAYBE_EMOJI) ?? [];
  return places.reduce((sum, place) => sum + countOf(place, UNICODE_EMOJI), custom);
}

export function newlines({ count }: LeafOf<'newlines'>): Matcher {
  return {
    cost: 1,
    find({ text: { original } }) {
      const found = countOf(original, /\r\n|[\n\r\u2028\u2029\v\f\u0085]/g);
      return found >= count ? { what: counted(found, 'line break') } : undefined;
    },
  };
}

/** Marks piled up on one letter; scripts and tones need three at most. */
export function zalgo({ marks }: LeafOf<'zalgo'>): Matcher {
  return {
    cost: 2,
    find({ text: { original } }) {
      for (const { 0: pile, index } of original.normalize('NFD').matchAll(MARKS))
        if (Array.from(pile).length >= marks) return { what: 'zalgo', part: partOf(original, index) };
      return undefined;
    },
  };
}

/** The word around a place of the decomposed text, as near as lengths tell. */
function partOf(original: string, decomposedAt: number) {
  const start = Math.max(original.normalize('NFD').slice(0, decomposedAt).normalize('NFC').length - 1, 0);
  const rest = /^\s*\S+/u.exec(original.slice(start));
  return rest ? { start, end: start + rest[0].length } : undefined;
}

function countOf(text: string, shape: RegExp): number {
  return text.match(shape)?.length ?? 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
