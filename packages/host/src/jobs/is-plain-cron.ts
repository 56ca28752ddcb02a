/** The least and the most of minute, hour, day of the month, month and day of the week. Every month has its 28th. */
const FIELDS = [
  [0, 59],
  [0, 23],
  [1, 28],
  [1, 12],
  [0, 6],
] as const;
const PART = /^(?:\*|(?<from>\d{1,2})(?:-(?<to>\d{1,2}))?)(?:\/(?<step>[1-9]\d?))?$/;

/**
 * Whether an expression is one of those that need no looking at: five fields of stars, numbers, ranges and steps. Others may
 * be valid as well, which pg-boss knows.
 */
export function isPlainCron(expression: string): boolean {
  const fields = expression.split(' ');
  return (
    fields.length === FIELDS.length &&
    FIELDS.every(([least, most], at) => fields[at]?.split(',').every((part) => isWithin(part, least, most)))
  );
}

function isWithin(part: string, least: number, most: number): boolean {
  const groups = PART.exec(part)?.groups;
  if (!groups) return false;
  const { from = least, to = from, step = 1 } = groups;
  return Number(from) >= least && Number(from) <= Number(to) && Number(to) <= most && Number(step) <= most;
}
