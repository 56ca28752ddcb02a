/** An emoji as it is counted. */
export interface CountedEmoji {
  /** A character, or the id of a custom emoji. */
  readonly emoji: string;
  readonly name: string | null;
}

const EMOJI = /<a?:(?<name>\w{2,32}):(?<id>\d{17,20})>|\p{RGI_Emoji}/gv;
/** A message with more is not about them. */
const MOST_IN_ONE = 25;

/** The different emoji of a message; each counts once. */
export function emojiIn(content: string): CountedEmoji[] {
  const found = new Map<string, CountedEmoji>();
  for (const { 0: character, groups } of content.matchAll(EMOJI)) {
    const emoji = groups?.['id'] ?? character;
    found.set(emoji, { emoji, name: groups?.['name'] ?? null });
    if (found.size === MOST_IN_ONE) break;
  }
  return [...found.values()];
}
