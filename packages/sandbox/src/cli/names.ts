/** Names by id, for mentions in texts. */
export type Names = ReadonlyMap<string, string>;

const TIMESTAMP = /<t:(-?\d+)(?::[tTdDfFR])?>/g;
const MENTION = /<(@!?|@&|#)(\d+)>/g;
const EMOJI = /<a?:(\w+):\d+>/g;
const COMMAND = /<\/([^:>]+):\d+>/g;

/** A text as the client shows it: names for ids, moments for numbers. */
export function readable(text: string, names: Names): string {
  return text
    .replaceAll(MENTION, (_written, sign: string, id: string) => mention(sign, id, names))
    .replaceAll(TIMESTAMP, (_written, seconds: string) => moment(Number(seconds)))
    .replaceAll(EMOJI, ':$1:')
    .replaceAll(COMMAND, '/$1');
}

/** A moment in words that every terminal can show. */
export function moment(seconds: number): string {
  const date = new Date(seconds * 1_000);
  return Number.isNaN(date.getTime())
    ? `${seconds}`
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function mention(sign: string, id: string, names: Names): string {
  const mark = sign === '#' ? '#' : '@';
  return mark + (names.get(id) ?? id);
}
