/** `GuildMessages` in words: `Guild Messages`. */
export function spaced(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

/** `A`, `A and B`, `A, B and C`. */
export function enumerate(words: readonly string[], locale = 'en-GB'): string {
  // American English puts a comma before the last; we do not.
  return new Intl.ListFormat(locale === 'en-US' ? 'en-GB' : locale, { type: 'conjunction' }).format(words);
}

/** `1 command`, `2 commands`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
