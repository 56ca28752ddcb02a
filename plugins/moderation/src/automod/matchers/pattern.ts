import { RE2JS, RE2JSSyntaxException } from 're2js';
import { quoted } from '../rules/problem.ts';
import { BOUNDS } from '../rules/bounds.ts';

/** Instructions of a compiled pattern; time grows with them, times the length of a message. */
const LARGEST_PROGRAM = 1_500;

const UNSUPPORTED: readonly (readonly [start: RegExp, name: string])[] = [
  [/\(\?<?[=!]/, 'Looking ahead or behind is not supported'],
  [/\\[1-9k]/, 'Referring back to a group is not supported'],
  [/\(\?>/, 'Atomic groups are not supported'],
  [/^\{\d/, 'A repetition counts to 1000 at most'],
];

/**
 * Compiles a pattern that ignores case. RE2 runs in time linear to the text whatever the pattern, which is why it
 * supports neither looking around nor references.
 *
 * @throws {RE2JSSyntaxException} for what `checkPattern` has a sentence about.
 */
export function compilePattern(pattern: string): RE2JS {
  return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
}

/** What is wrong with a pattern, as a sentence with the place; `undefined` when nothing is. */
export function checkPattern(pattern: string): string | undefined {
  if (pattern.length > BOUNDS.patternLength)
    return `the pattern has ${pattern.length} characters; ${BOUNDS.patternLength} are accepted.`;
  try {
    const compiled = compilePattern(pattern);
    if (compiled.programSize() > LARGEST_PROGRAM)
      return 'the pattern repeats too much; use smaller numbers in `{…}`.';
    return compiled.matcher('').find() ? 'the pattern matches every message, also empty ones.' : undefined;
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return sentence(error, pattern);
    throw error;
  }
}

function sentence(error: RE2JSSyntaxException, pattern: string): string {
  const { error: problem, input } = error as { readonly error: string; readonly input: string | null }; // -- typed as `any` there
  const reported = (input ?? '').replace(/^\(\?i\)/, '');
  const [start, name] = UNSUPPORTED.find(([shape]) => shape.test(reported)) ?? [undefined, problem];
  const found = start?.exec(reported)?.[0] ?? reported;
  const at = found === '' || found === pattern ? -1 : pattern.indexOf(found);
  const place = at < 0 ? '' : ` at character ${at + 1}`;
  return `${name}${place}${found ? `, ${quoted(found)}` : ''}. Patterns are written in RE2 syntax.`;
}
