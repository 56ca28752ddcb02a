import type { LeafOf } from '../rules/condition.ts';
import type { Matcher } from './subject.ts';

const CUSTOM_EMOJI = /<a?:\w{2,32}:\d{17,20}>/g;
const UNICODE_EMOJI = /\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Emoji}\ufe0f/gv;
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
    find({ text: { original } }) {
      if (original.length < letters) return undefined;
      const prose = original.replaceAll(NOT_PROSE, '');
      const all = countOf(prose, /\p{Lu}|\p{Ll}|\p{Lt}/gu);
      const share = (countOf(prose, /\p{Lu}/gu) / all) * 100;
      return all >= letters && share >= percent ? { what: `${Math.round(share)} % capitals` } : undefined;
    },
  };
}

/** Many emoji, those of servers included; a family or a flag is one. */
export function emoji({ count }: LeafOf<'emoji'>): Matcher {
  return {
    cost: 4,
    find({ text: { original } }) {
      // No emoji takes less than two units, but for those that a digit begins.
      if (original.length < count) return undefined;
      const found = countOf(original, CUSTOM_EMOJI) + countOf(original, UNICODE_EMOJI);
      return found >= count ? { what: `${found} emoji` } : undefined;
    },
  };
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
