import { AuditLogEvent } from 'discord.js';
import { sql } from 'kysely';
import type { MixedLoad } from '../mixed-load.ts';
import type { StoredFacts } from '../stored-facts.ts';
import { marksIn } from './marks-in.ts';
import { TRACES } from './traces.ts';

/** What must come in pairs, whether anybody was told of it or not. */
const PAIRS = [
  ['ban', 'stored', 'done on Discord (MemberBanAdd)'],
  ['timeout', 'stored', 'done on Discord (MemberUpdate)'],
  ['ban-unban', 'stored', 'done on Discord (MemberBanRemove)'],
  ['repost', 'stored', 'posted'],
  ['reminder', 'stored', 'posted'],
] as const;

/** Rows that say that something stopped halfway, each with what it says. */
const HALVES = {
  'a case whose action is neither done nor given up': sql`select from moderation.cases where state = 'pending'`,
  'a temporary ban that is over and not lifted': sql`
    select from moderation.pending_expiries where due_at < now() - interval '5 seconds'`,
  'a repost that is neither posted nor open': sql`select from gallery.repost_drafts where state = 'posting'`,
  'a reminder that is due and did not come': sql`
    select from utility.reminders
    where delivered_at is null and deleted_at is null and due_at < now() - interval '5 seconds'`,
  'an item of a feed that is not posted': sql`select from integrations.feed_deliveries where state <> 'sent'`,
  'messages that are not counted': sql`select from stats.gaps`,
  'a job that failed for good': sql`select from pgboss.job where state = 'failed'`,
  'a case number that is missing': sql`
    select from moderation.cases group by guild_id having count(*) <> max(number)`,
  'a quote number that is missing': sql`
    select from utility.quotes group by guild_id having count(*) <> max(number)`,
  'an item number that is missing': sql`
    select from gallery.items group by guild_id having count(*) <> max(number)`,
} as const;

/** What is only half there: everything is all or nothing, answered or not. */
export async function judgeWholeness(load: MixedLoad, facts: StoredFacts): Promise<readonly string[]> {
  return [
    ...(await halfPairs(load, facts)),
    ...(await unfinishedRows(facts)),
    ...banishedForGood(load),
    ...(await miscounted(load, facts)),
  ];
}

async function halfPairs(load: MixedLoad, facts: StoredFacts): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [kind, one, other] of PAIRS) {
    const [ones, others] = await Promise.all([
      countOf(load, facts, { kind, what: one }),
      countOf(load, facts, { kind, what: other }),
    ]);
    for (const { mark } of load.ledger.entries.filter((entry) => entry.kind === kind))
      if (ones.has(mark) !== others.has(mark))
        found.push(`${kind} ${mark}: ${ones.has(mark) ? one : other} only`);
  }
  return found;
}

/** @throws RangeError for a trace that there is not */
function countOf(
  load: MixedLoad,
  facts: StoredFacts,
  { kind, what }: { readonly kind: string; readonly what: string },
): Promise<ReadonlyMap<string, number>> {
  const trace = TRACES.find((known) => known.kind === kind && known.what === what);
  if (!trace) throw new RangeError(`There is no trace "${what}" of ${kind}.`);
  return trace.count(load, facts);
}

/** What the tables alone say. */
export async function unfinishedRows(facts: StoredFacts): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(HALVES)) {
    const { length } = await facts.rows(query);
    if (length > 0) found.push(`${length} × ${what}`);
  }
  return found;
}

/** Temporary bans end, once each: nobody else lifts bans of their victims. */
function banishedForGood({ ledger, stages }: MixedLoad): readonly string[] {
  const temporary = new Set(ledger.entries.filter(({ kind }) => kind === 'ban').map(({ mark }) => mark));
  return stages.flatMap(({ guild }) => {
    const bans = guild.auditLog.filter(({ action_type }) => action_type === AuditLogEvent.MemberBanAdd);
    const lifts = guild.auditLog.filter(({ action_type }) => action_type === AuditLogEvent.MemberBanRemove);
    return [...new Set(bans.map(({ target_id }) => target_id ?? ''))].flatMap((userId) => {
      const own = bans.filter(({ target_id }) => target_id === userId);
      const isOver = own.every(({ reason = '' }) =>
        [...marksIn([reason]).keys()].every((mark) => temporary.has(mark)),
      );
      const lifted = lifts.filter(({ target_id }) => target_id === userId).length;
      if (lifted > own.length) return [`${userId}: ${own.length} bans were lifted ${lifted} times`];
      return isOver && lifted < own.length
        ? [`${userId}: ${own.length} bans were lifted ${lifted} times`]
        : [];
    });
  });
}

async function miscounted({ talk }: MixedLoad, facts: StoredFacts): Promise<readonly string[]> {
  const rows = await facts.rows(sql<{ key: string; messages: number }>`
    select concat_ws(' ', guild_id, channel_id, user_id, (extract(epoch from hour) * 1000)::bigint) as key, messages
    from stats.activity_hours where messages > 0`);
  const counted = new Map(rows.map(({ key, messages }) => [key, messages]));
  const keys = [...new Set([...talk.written.keys(), ...counted.keys()])];
  return keys.flatMap((key) => {
    const [written = 0, seen = 0] = [talk.written.get(key), counted.get(key)];
    return written === seen ? [] : [`messages of ${key}: ${written} written, ${seen} counted`];
  });
}
