import { sql } from 'kysely';
import type { ProofBot } from './proof-bot.ts';

interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly err?: { readonly stack?: string };
}

/** What went wrong inside the bot: errors in its log, and those that it recorded. */
export async function troublesIn({ logs, database }: ProofBot): Promise<string[]> {
  const logged = logs
    .map((line) => JSON.parse(line) as LogLine)
    .filter(({ level }) => level === 'error' || level === 'fatal')
    .map(({ msg, err }) => [msg, err?.stack].filter(Boolean).join('\n'));
  const { rows } = await sql<{ what: string }>`
    select command || ': ' || error_type || ': ' || message as what from core.error_logs
  `.execute(database.handle.db);
  return [...logged, ...rows.map(({ what }) => `recorded: ${what}`)];
}
