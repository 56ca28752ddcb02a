import { clip, escaped } from '@twi/sdk';

/** A longer address than this is not put behind a text. */
const LONGEST_LINK = 600;

/** What somebody wrote, as they wrote it, with its line breaks; nothing in it is formatted, mentioned or put behind a link. */
export function shownText(text: string, length: number): string {
  return clipped(
    text
      .trim()
      .split(/\r?\n/)
      .map((line) => quiet(escaped(line.trim())))
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n'),
    length,
  );
}

/** Some words on one line, escaped and cut. */
export function shownLine(text: string, length: number): string {
  return clipped(quiet(escaped(text.trim())), length);
}

/** Words that lead somewhere; without the link where the address is none of the web, or too long. */
export function linked(text: string, url: string | undefined): string {
  const isOfWeb = url !== undefined && /^https?:$/.test(URL.parse(url)?.protocol ?? '');
  // In brackets, the address ends where it ends and not at a parenthesis in it.
  return isOfWeb && url.length <= LONGEST_LINK && !/[<>\s]/.test(url) ? `[${text}](<${url}>)` : text;
}

/** Discord marks these as if everybody were told, though nobody is. */
function quiet(text: string): string {
  return text.replaceAll(/@(?=everyone|here)/g, '@\u200B');
}

/** A backslash at the cut would escape what comes after it. */
function clipped(text: string, length: number): string {
  return clip(text, length).replace(/\\…$/, '…');
}
