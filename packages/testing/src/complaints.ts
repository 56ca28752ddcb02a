const LEVELS: ReadonlySet<unknown> = new Set(['warn', 'error', 'fatal']);

/** A warning or error that the bot logged. */
export interface Complaint {
  readonly level: string;
  readonly text: string;
}

/** The warnings and errors among the lines of a bot's JSON log, oldest first. */
export function complaintsIn(logs: readonly string[]): Complaint[] {
  return logs.flatMap((line) => {
    const { level, msg, err } = JSON.parse(line) as Entry;
    if (!LEVELS.has(level)) return [];
    const text = [msg, err?.stack ?? err?.message].filter((part) => part !== undefined).join('\n');
    return [{ level, text }];
  });
}

/** What is read of a line, as the host's JSON logger writes it. */
interface Entry {
  readonly level: string;
  readonly msg: string;
  readonly err?: { readonly message?: string; readonly stack?: string };
}
