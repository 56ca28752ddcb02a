const MOST_CHARACTERS = 60;

/** What somebody typed, on one line and short enough to be said back to them. */
export function quotable(typed: string): string {
  const characters = Array.from(typed.replaceAll(/\s+/gu, ' ').trim());
  return characters.length > MOST_CHARACTERS
    ? `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`
    : characters.join('');
}
