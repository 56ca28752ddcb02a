import { sql } from 'kysely';

/** What is counted. */
export interface Measures {
  readonly messages: number;
  readonly attachments: number;
  /** Reactions that were given. */
  readonly reactions: number;
  readonly voiceSeconds: number;
}

/** The numbers of a day. */
export interface DayNumbers extends Measures {
  /** Such as `2030-01-31`. */
  readonly day: string;
}

export const NOTHING: Measures = { messages: 0, attachments: 0, reactions: 0, voiceSeconds: 0 };

/** Part of a long list. */
export interface Page {
  readonly limit: number;
  /** How many come before. */
  readonly offset: number;
}

/** Part of a long list, the most first. */
export interface Ranking<Row> {
  readonly rows: readonly Row[];
  /** How many there are in all. */
  readonly total: number;
}

/** What lists are sorted by. */
export type Measure = 'messages' | 'voiceSeconds';

export const MEASURE_COLUMNS = sql`messages, attachments, reactions, voice_seconds`;
/** Doubles are exact far beyond what anybody writes, quickly summed, and reach JavaScript as numbers. */
export const MEASURE_SUMS = sql`coalesce(sum(messages::float8), 0) as messages,
  coalesce(sum(attachments::float8), 0) as attachments, coalesce(sum(reactions::float8), 0) as reactions,
  coalesce(sum(voice_seconds::float8), 0) as voice_seconds`;

/** A ranking of rows that each say how many there are. */
export function rankingOf<Row extends { readonly total: number }>(
  rows: readonly Row[],
): Ranking<Omit<Row, 'total'>> {
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
