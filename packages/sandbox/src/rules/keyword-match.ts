const WORD = String.raw`[\p{L}\p{N}_]`;
const NOT_AFTER_A_WORD = `(?<!${WORD})`;
const NOT_BEFORE_A_WORD = `(?!${WORD})`;

/** What a rule looks for. */
export interface KeywordTrigger {
  readonly keyword_filter?: readonly string[];
  readonly regex_patterns?: readonly string[];
  readonly allow_list?: readonly string[];
}

/** What was found, and by which keyword or pattern. */
export interface KeywordMatch {
  readonly keyword: string;
  readonly matched: string;
}

/**
 * Finds the first thing in a text that a keyword rule forbids; a `*` at an end of a keyword lets the word go on there.
 *
 * @see https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-keyword-matching-strategies
 */
export function findForbidden(text: string, trigger: KeywordTrigger): KeywordMatch | undefined {
  const allowed = (trigger.allow_list ?? []).flatMap((word) => [...text.matchAll(keywordPattern(word))]);
  const patterns = [
    ...(trigger.keyword_filter ?? []).map((keyword) => ({ keyword, pattern: keywordPattern(keyword) })),
    ...(trigger.regex_patterns ?? []).flatMap((keyword) => {
      const pattern = rustPattern(keyword);
      return pattern ? [{ keyword, pattern }] : [];
    }),
  ];
  for (const { keyword, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const isAllowed = allowed.some(
        (other) => other.index <= match.index && other.index + other[0].length >= end,
      );
      if (match[0] !== '' && !isAllowed) return { keyword, matched: match[0] };
    }
  }
  return undefined;
}

function keywordPattern(keyword: string): RegExp {
  const words = keyword.replace(/^\*/, '').replace(/\*$/, '');
  const before = keyword.startsWith('*') ? '' : NOT_AFTER_A_WORD;
  const after = keyword.endsWith('*') ? '' : NOT_BEFORE_A_WORD;
  return new RegExp(before + RegExp.escape(words) + after, 'giu');
}

/** Discord takes patterns as Rust writes them; those that JavaScript cannot read find nothing. */
function rustPattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source.replace(/^\(\?i\)/, ''), 'giu');
  } catch {
    return undefined;
  }
}
