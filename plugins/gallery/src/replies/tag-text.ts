/** A tag as it stands in texts. */
export function tagText(tag: string): string {
  return `\`${tag.replaceAll('`', "'")}\``;
}
