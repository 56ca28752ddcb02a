/** What Discord formats, mentions or links by. Addresses and emoji come first: a backslash would break them. */
const FORMATTING = /https?:\/\/[^\s<>*|~`()[\]\\]+|<a?:\w+:\d+>|[\\*_~`|#<>[\]]|^[-+]|^(?<count>\d+)\./gu;

/**
 * What somebody wrote, shown as they wrote it: on one line, with nothing in it that Discord would format, mention or put
 * behind a link, nor the end of a link around it (Discord, Message Formatting). discord.js's `escapeMarkdown` leaves gaps
 * in runs of signs, and takes masked links and lists only when told.
 */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(FORMATTING, (found, count: string | undefined) => {
      if (count !== undefined) return String.raw`${count}\.`;
      return found.length > 1 ? found : `\\${found}`;
    });
}
