const INTEGER = /^-?\d{1,19}$/u;
const UTC_TIMESTAMP = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/u;
const PACKED_NUMBER = /^-?[\da-z]{1,13}$/u;
const RADIX = 36;
const MICROSECONDS = 1_000_000n;

/** Shortens a value that PostgreSQL wrote as text, without losing anything: a time keeps its microseconds. */
export function packValue(text: string): string {
  const short = packInteger(text) ?? packTimestamp(text);
  return short !== undefined && unpackValue(short) === text
    ? short
    : `s${Buffer.from(text).toString('base64url')}`;
}

/** Gives the text back; `undefined` when it was not packed by `packValue`. */
export function unpackValue(packed: string): string | undefined {
  const content = packed.slice(1);
  if (packed.startsWith('s')) return Buffer.from(content, 'base64url').toString();
  if (!PACKED_NUMBER.test(content)) return undefined;
  if (packed.startsWith('n')) return String(parseNumber(content));
  return packed.startsWith('t') ? timestampText(parseNumber(content)) : undefined;
}

function packInteger(text: string): string | undefined {
  return INTEGER.test(text) ? `n${BigInt(text).toString(RADIX)}` : undefined;
}

function packTimestamp(text: string): string | undefined {
  const [, date, time, fraction = ''] = UTC_TIMESTAMP.exec(text) ?? [];
  if (date === undefined) return undefined;
  const seconds = Date.parse(`${date}T${time}Z`) / 1_000;
  if (Number.isNaN(seconds)) return undefined;
  return `t${(BigInt(seconds) * MICROSECONDS + BigInt(fraction.padEnd(6, '0'))).toString(RADIX)}`;
}

function timestampText(microseconds: bigint): string | undefined {
  const fraction = ((microseconds % MICROSECONDS) + MICROSECONDS) % MICROSECONDS;
  const date = new Date(Number((microseconds - fraction) / 1_000n));
  if (Number.isNaN(date.getTime())) return undefined;
  const digits = fraction === 0n ? '' : `.${String(fraction).padStart(6, '0').replace(/0+$/u, '')}`;
  return `${date.toISOString().slice(0, 19).replace('T', ' ')}${digits}+00`;
}

function parseNumber(text: string): bigint {
  const digits = text.startsWith('-') ? text.slice(1) : text;
  let value = 0n;
  for (const digit of digits) value = value * BigInt(RADIX) + BigInt(Number.parseInt(digit, RADIX));
  return text.startsWith('-') ? -value : value;
}
