const UNITS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 } as const;
const UNIT_NAMES = { w: 'week', d: 'day', h: 'hour', m: 'minute', s: 'second' } as const;
const PARTS = /(\d{1,6})([wdhms])/g;
const WHOLE = /^(?:\d{1,6}[wdhms])+$/;

type Unit = keyof typeof UNITS;

/** What people may type for a duration, for error messages. */
export const DURATION_FORMAT = 'a number and a unit (s, m, h, d, w), such as `10m`, `2h` or `1d12h`';

/** Milliseconds of a duration as people type it (`10m`, `2h`, `1d12h`), or `undefined` when it is none. */
export function parseDuration(text: string): number | undefined {
  const compact = text.trim().toLowerCase().replaceAll(' ', '');
  if (!WHOLE.test(compact)) return undefined;
  let total = 0;
  for (const [, amount, unit] of compact.matchAll(PARTS)) total += Number(amount) * UNITS[unit as Unit];
  return total > 0 ? total : undefined;
}

/** Words for a duration in milliseconds, in at most two units: `1 day 12 hours`. */
export function formatDuration(ms: number, locale = 'en-US'): string {
  const words: string[] = [];
  let rest = Math.max(Math.round(ms / UNITS.s) * UNITS.s, UNITS.s);
  for (const unit of Object.keys(UNITS) as Unit[]) {
    const amount = Math.floor(rest / UNITS[unit]);
    rest -= amount * UNITS[unit];
    if (amount > 0) words.push(amountOf(unit, locale).format(amount));
  }
  return words.slice(0, 2).join(' ');
}

/** Groups of digits are for larger numbers than people have weeks. */
function amountOf(unit: Unit, locale: string): Intl.NumberFormat {
  const style = { style: 'unit', unit: UNIT_NAMES[unit], unitDisplay: 'long', useGrouping: false } as const;
  return new Intl.NumberFormat(locale, style);
}
