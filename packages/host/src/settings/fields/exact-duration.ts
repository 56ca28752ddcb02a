import { parseDuration } from '@twi/sdk';

const WEEK = 604_800_000;
const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;
/** The SDK reads numbers of at most six digits. */
const LONGEST = 999_999 * 86_400_000;
const MILLISECONDS = /^(\d{1,16})ms$/;

/** Milliseconds as people type them, with nothing lost: `1d12h`; `1500ms` where there is no unit for it. */
export function formatExactDuration(ms: number): string {
  if (ms === 0) return '0s';
  if (ms % 1_000 !== 0 || ms > LONGEST) return `${ms}ms`;
  // Whole weeks read well; `12w6d` for 90 days does not.
  if (ms % WEEK === 0) return `${ms / WEEK}w`;
  let rest = ms;
  let text = '';
  for (const [unit, size] of UNITS) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) text += `${amount}${unit}`;
  }
  return text;
}

/** Milliseconds of what people type, or `undefined` when it is no duration. */
export function parseExactDuration(text: string): number | undefined {
  const compact = text.trim().toLowerCase();
  const [, milliseconds] = MILLISECONDS.exec(compact) ?? [];
  if (milliseconds !== undefined) return Number(milliseconds);
  return compact === '0' || compact === '0s' ? 0 : parseDuration(compact);
}
