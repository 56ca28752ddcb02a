import { foldHomoglyph } from './homoglyphs.ts';

/** How far a text is reduced to what was meant by it. */
export interface Normalisation {
  /** Whether letters that look like ASCII ones become those. */
  readonly homoglyphs?: boolean;
  /** Whether digits and signs that stand for letters become those: `fr33` is `free`. */
  readonly leet?: boolean;
  /** Whether a repeated character counts once: `freeee` is `fre`. */
  readonly stretched?: boolean;
}

/** Which part of a text, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A reduced text that remembers where each of its parts came from. */
export interface NormalisedText {
  readonly text: string;
  /** The part of the original that a part of the reduced text came from. */
  readonly originOf: (span: Span) => Span;
}

/** A character with all that hangs on it: marks, and what nobody sees. */
const CLUSTER =
  /[^\p{M}\p{Cf}](?:\p{M}|\p{Cf}|\p{Variation_Selector}|\u034f|[\u115f\u1160\u17b4\u17b5\u3164\uff9e\uff9f\uffa0]|(?!\s)\p{Cc})*|[\s\S]/uy;
/** Zero-width, direction, fillers and control characters; white space is none of them. */
const INVISIBLE =
  /\p{Cf}|\p{Variation_Selector}|\u034f|[\u115f\u1160\u17b4\u17b5\u3164\uffa0]|(?!\s)\p{Cc}/gu;
/** Marks that decorate letters, other than those that scripts like Devanagari spell with. */
const DECORATIONS =
  /[\u0300-\u036f]|[\u0483-\u0489]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/gu;
const PLAIN_ASCII = /^[\n\r\x20-\x7e]*$/;
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};
/** Reducing once is enough for all but a few scripts; this bounds what a hostile text can ask for. */
const MOST_PASSES = 4;

/** Characters met before; texts repeat the same few hundred. Dropped whole when full, which costs a recount. */
const folded = new Map<string, string>();
const unfolded = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

/**
 * Reduces a text to lower case without decoration, disguise or invisible characters. Never throws, whatever the text
 * holds, and reducing the result again changes nothing.
 */
export function normalise(original: string, how: Normalisation = {}): NormalisedText {
  if (PLAIN_ASCII.test(original) && !how.leet && !how.stretched) return unmoved(original.toLowerCase());
  const first = pass(original, how);
  if (first.isSettled) return moved(original, first.text, first.starts);
  let { text, starts } = first;
  for (let done = 1; done < MOST_PASSES; done += 1) {
    if (PLAIN_ASCII.test(text)) break;
    const again = pass(text, how);
    if (again.text === text) break;
    const before = starts;
    starts = again.starts.map((at) => before[at] ?? original.length);
    text = again.text;
  }
  return moved(original, text, starts);
}

interface Pass {
  readonly text: string;
  /** Where in the source each unit of the text came from, and at the end where the source ends. */
  readonly starts: number[];
  /** Whether every character became one that another pass would leave as it is. */
  readonly isSettled: boolean;
}

function pass(source: string, how: Normalisation): Pass {
  const starts: number[] = [];
  let text = '';
  let last = '';
  let isSettled = true;
  for (let at = 0; at < source.length;) {
    const cluster = clusterAt(source, at);
    const result = reduced(cluster, how);
    isSettled &&= result.length <= 1 && (result === '' || standsAlone(result.charCodeAt(0)));
    for (const character of result) {
      if (how.stretched && character === last && character.trim() !== '') continue;
      last = character;
      text += character;
      for (let unit = 0; unit < character.length; unit += 1) starts.push(at);
    }
    at += cluster.length;
  }
  starts.push(source.length);
  return { text, starts, isSettled };
}

function clusterAt(source: string, at: number): string {
  const isPlain = standsAlone(source.charCodeAt(at));
  if (isPlain && (at + 1 === source.length || standsAlone(source.charCodeAt(at + 1))))
    return source.charAt(at);
  CLUSTER.lastIndex = at;
  return CLUSTER.exec(source)?.[0] ?? source.charAt(at);
}

/** Whether a unit is a character by itself on which nothing hangs: most of what people write, and quickly told. */
function standsAlone(unit: number): boolean {
  if (unit < 0x7f) return unit >= 0x20 || unit === 0x0a;
  return (
    (unit > 0xad && unit < 0x3_00) ||
    (unit >= 0x20_10 && unit <= 0x20_27) ||
    (unit >= 0x3_70 && unit < 0x4_83) ||
    (unit > 0x4_89 && unit < 0x5_30)
  );
}

function reduced(cluster: string, { homoglyphs = false, leet = false }: Normalisation): string {
  const memory = homoglyphs ? folded : unfolded;
  const known = memory.get(cluster) ?? remember(memory, cluster, reduceCluster(cluster, homoglyphs));
  if (!leet) return known;
  // One character can stand for several digits: ⑩.
  return Array.from(known, (character) => LEET[character] ?? character).join('');
}

function remember(memory: Map<string, string>, cluster: string, result: string): string {
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  // Long stacks of marks hardly come twice.
  if (cluster.length <= 8) memory.set(cluster, result);
  return result;
}

function reduceCluster(cluster: string, homoglyphs: boolean): string {
  let result = cluster;
  for (let done = 0; done < MOST_PASSES; done += 1) {
    const before = result;
    const bare = undecorated(before.replaceAll(INVISIBLE, ''));
    const letters = homoglyphs ? Array.from(bare, (letter) => foldUnlessAscii(letter)).join('') : bare;
    result = undecorated(letters.toLowerCase());
    if (result === before) break;
  }
  return result;
}

function foldUnlessAscii(letter: string): string {
  return letter < '\u0080' ? letter : (foldHomoglyph(letter) ?? letter);
}

/** Compatibility forms resolved (NFKC), with the decorations taken off on the way. */
function undecorated(text: string): string {
  return text.normalize('NFKD').replaceAll(DECORATIONS, '').normalize('NFKC');
}

const unmoved = (text: string): NormalisedText => ({ text, originOf: (span) => span });

function moved(original: string, text: string, starts: readonly number[]): NormalisedText {
  return {
    text,
    originOf: ({ start, end }) => {
      const from = starts[start] ?? original.length;
      const last = starts[end - 1] ?? from;
      // The end is where the next other character begins: one character may have become several.
      let next = end;
      while (next < starts.length - 1 && starts[next] === last) next += 1;
      return { start: from, end: Math.max(starts[next] ?? original.length, from) };
    },
  };
}
