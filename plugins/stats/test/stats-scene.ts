import { setTimeout as sleep } from 'node:timers/promises';
import { container } from '@sapphire/pieces';
import type { TestBot, TestGuild } from '@twi/testing';
import { sql } from 'kysely';

const PATIENCE_MS = 15_000;
const POLL_MS = 50;

/** What is counted of a guild, in all. */
export interface Totals {
  readonly messages: number;
  readonly attachments: number;
  readonly reactions: number;
  readonly voiceSeconds: number;
}

/** The database as the plugin sees it. */
export function databaseOf(bot: TestBot) {
  return bot.database.handle.forPlugin('stats');
}

/** Writes what was counted, and waits until no history is left to count. */
export async function settle(bot: TestBot): Promise<void> {
  const { stats } = container;
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    await stats.flush();
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from stats.gaps)::int + (select count(*) from stats.absences where searched_at is null)::int
        + (select count(*) from stats.backfills where finished_at is null)::int as left`.execute(
      databaseOf(bot),
    );
    if (rows[0]?.left === 0) return;
    if (performance.now() > end)
      throw new Error(`${rows[0]?.left} pieces of history are still to be counted.`);
    await sleep(POLL_MS);
  }
}

/** Waits until the bot has received and dealt with what was sent. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string | (() => string),
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end) {
      const goal = typeof what === 'string' ? what : what();
      throw new Error(`Waited in vain until ${goal}.`);
    }
    await sleep(POLL_MS);
  }
}

/** Sums by user of what is counted in a guild, from the table by day. */
export async function messagesByUser(
  bot: TestBot,
  { id }: Pick<TestGuild, 'id'>,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ userId: string; messages: number }>`
    select user_id, sum(messages)::int as messages from stats.activity_days
    where guild_id = ${id} and messages > 0 group by user_id`.execute(databaseOf(bot));
  return new Map(rows.map(({ userId, messages }) => [userId, messages]));
}

/** What is counted of a guild, from one of the two tables. */
export async function totals(
  bot: TestBot,
  { id }: Pick<TestGuild, 'id'>,
  table: 'activity_days' | 'activity_hours' = 'activity_days',
): Promise<Totals> {
  const { rows } = await sql<Totals>`
    select coalesce(sum(messages), 0)::int as messages, coalesce(sum(attachments), 0)::int as attachments,
      coalesce(sum(reactions), 0)::int as reactions, coalesce(sum(voice_seconds), 0)::int as voice_seconds
    from ${sql.id('stats', table)} where guild_id = ${id}`.execute(databaseOf(bot));
  return rows[0] ?? { messages: 0, attachments: 0, reactions: 0, voiceSeconds: 0 };
}
