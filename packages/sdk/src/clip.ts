/**
 * A text cut visibly, with `…`, to what Discord takes; never through an emoji, whose half is no character.
 *
 * @param length how many characters it may have at most, as Discord and JavaScript count them (UTF-16 units), at least 1.
 */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
