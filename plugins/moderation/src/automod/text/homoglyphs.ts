import lookAlikes from 'unhomoglyph/data.json' with { type: 'json' };

/** Unicode's table of look-alikes (UTS #39), as `unhomoglyph` ships it: a character to what it looks like. */
const LOOK_ALIKES: Readonly<Record<string, string>> = lookAlikes;

const ASCII = /^[\x20-\x7e]+$/;
const BLOCKS_OF_LETTERS = [0x1_f1_50, 0x1_f1_70, 0x1_f1_e6] as const;
const LETTERS = 26;
const LETTER_A = 97;

/**
 * The ASCII letters that a character outside ASCII looks like, in lower case, or `undefined` when it looks like none.
 * The table calls `m` a look-alike of `rn` and capital `I` one of `l`; both are read as the letter that was meant.
 */
export function foldHomoglyph(character: string): string | undefined {
  const letter = enclosedLetter(character);
  if (letter) return letter;
  const own = asciiOf(character);
  if (own && own !== 'l') return own;
  return asciiOf(character.toLowerCase()) ?? own ?? asciiOf(character.toUpperCase());
}

function asciiOf(character: string): string | undefined {
  const found = Object.hasOwn(LOOK_ALIKES, character) ? LOOK_ALIKES[character] : undefined;
  if (found === undefined || !ASCII.test(found)) return undefined;
  return found === 'rn' ? 'm' : found.toLowerCase();
}

/** Letters in black circles or squares and flags' letters: compatibility normalisation leaves them alone. */
function enclosedLetter(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const start = BLOCKS_OF_LETTERS.find((block) => code >= block && code < block + LETTERS);
  return start === undefined ? undefined : String.fromCodePoint(LETTER_A + code - start);
}
