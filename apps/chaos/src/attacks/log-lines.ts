const ALARMING: ReadonlySet<string> = new Set(['warn', 'error', 'fatal']);

/** One line of the bot's log. */
export interface LogLine {
  readonly level: string;
  readonly msg: string;
}

/** The lines of a piece of the bot's output that an operator is meant to notice. */
export function alarms(output: string): readonly LogLine[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as LogLine) // -- the log's own format
    .filter(({ level }) => ALARMING.has(level));
}
