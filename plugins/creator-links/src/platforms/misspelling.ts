/** Shorter names are a letter away from too many honest ones. */
const SHORTEST = 7;

/** Names that are no words: whatever is a letter away from one is meant to be it. */
const MADE_UP: ReadonlySet<string> = new Set([
  'archiveofourown',
  'buymeacoffee',
  'deviantart',
  'instagram',
  'patreon',
  'scribblehub',
  'wattpad',
]);

/**
 * Whether a name is a known one with a slip of the finger: two letters swapped, a letter doubled, one of two equal
 * consonants left out; of names that are no words, also another letter or one more within. Not a letter left out or
 * added at the end, by which `patron` and plurals would be refused.
 */
export function isMisspelling(given: string, real: string): boolean {
  if (real.length < SHORTEST || given === real) return false;
  if (isSwapped(given, real) || isDoubled(given, real)) return true;
  if (isDoubled(real, given) && !/(?<vowel>[aeiou])\k<vowel>/.test(real)) return true;
  return MADE_UP.has(real) && (isReplaced(given, real) || isInserted(given, real));
}

function isSwapped(given: string, real: string): boolean {
  const at = firstDifference(given, real);
  const swapped = `${real.slice(0, at)}${real.charAt(at + 1)}${real.charAt(at)}${real.slice(at + 2)}`;
  return given.length === real.length && given === swapped;
}

/** Whether `longer` is `shorter` with one of its letters twice. */
function isDoubled(longer: string, shorter: string): boolean {
  const at = firstDifference(longer, shorter);
  return at > 0 && longer === `${shorter.slice(0, at)}${shorter.charAt(at - 1)}${shorter.slice(at)}`;
}

function isReplaced(given: string, real: string): boolean {
  const at = firstDifference(given, real);
  return given.length === real.length && at > 0 && given.slice(at + 1) === real.slice(at + 1);
}

function isInserted(given: string, real: string): boolean {
  const at = firstDifference(given, real);
  if (at === 0 || at >= real.length || given.charAt(at) === '-') return false;
  return given.slice(at + 1) === real.slice(at);
}

/** The place of the first letter that differs; the length of the shorter one where it begins the other. */
function firstDifference(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) if (one[at] !== other[at]) return at;
  return shorter;
}
