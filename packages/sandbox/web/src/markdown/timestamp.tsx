const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `<t:seconds:style>`, as Discord's reference lists the styles. */
export function Timestamp({ seconds, style }: { seconds: number; style: string }) {
  const date = new Date(seconds * 1_000);
  if (Number.isNaN(date.getTime())) return <>Invalid Date</>;
  const full = new Intl.DateTimeFormat(undefined, STYLES['F']).format(date);
  const text =
    style === 'R'
      ? fromNow(seconds)
      : new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES['f']).format(date);
  return <discord-time title={full}>{text}</discord-time>;
}

function fromNow(seconds: number): string {
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  const difference = seconds - Date.now() / 1_000;
  for (const [unit, length] of UNITS) {
    if (Math.abs(difference) >= length) return format.format(Math.round(difference / length), unit);
  }
  return format.format(Math.round(difference), 'second');
}
