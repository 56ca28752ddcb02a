/** An emoji as it is counted. */
export interface CountedEmoji {
  /** A character, or the id of a custom emoji. */
  readonly emoji: string;
  readonly name: string | null;
}

/*
 * The property of all emoji is a list of thousands of sequences, which costs more to match than everything else that is done
 * with a message. So it is asked only about runs of what sequences consist of, and only where one shows as an emoji.
 */
const RUN = /<a?:(?<name>\w{2,32}):(?<id>\d{17,20})>|[\p{Emoji}\p{Emoji_Component}]+/gu;
const CHARACTER = /\p{RGI_Emoji}/gv;
/** What every sequence has at least one of (https://unicode.org/reports/tr51/#Emoji_Sets); digits alone have none. */
const SHOWN = /[\p{Emoji_Presentation}\uFE0F]/u;
const SHOWN_OR_CUSTOM = /[\p{Emoji_Presentation}\uFE0F]|<a?:/u;
/** People write the same few again and again. Longer runs would keep the whole text that they are cut from. */
const MOST_RUNS = 1_000;
const LONGEST_RUN = 12;
const runs = new Map<string, readonly string[]>();
/** A message with more is not about them. */
const MOST_IN_ONE = 25;
const NONE: readonly CountedEmoji[] = [];

/** The different emoji of a message; each counts once. */
export function emojiIn(content: string): readonly CountedEmoji[] {
  if (!SHOWN_OR_CUSTOM.test(content)) return NONE;
  const found = new Map<string, CountedEmoji>();
  for (const emoji of allIn(content)) {
    found.set(emoji.emoji, emoji);
    if (found.size === MOST_IN_ONE) break;
  }
  return [...found.values()];
}

function* allIn(content: string): Iterable<CountedEmoji> {
  for (const { 0: run, groups } of content.matchAll(RUN)) {
    const id = groups?.['id'];
    if (id !== undefined) yield { emoji: id, name: groups?.['name'] ?? null };
    else if (SHOWN.test(run))
      for (const character of charactersOf(run)) yield { emoji: character, name: null };
  }
}

function charactersOf(run: string): readonly string[] {
  const known = runs.get(run);
  if (known) return known;
  const characters = run.match(CHARACTER) ?? [];
  if (run.length > LONGEST_RUN) return characters;
  if (runs.size >= MOST_RUNS) runs.clear();
  runs.set(run, characters);
  return characters;
}
