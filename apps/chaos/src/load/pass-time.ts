import { sql } from 'kysely';
import type { StoredFacts } from './stored-facts.ts';

const TAKEN_UP_BY = [
  'moderation/resume-unfinished',
  'utility/resume-reminders',
  'gallery/settle-reposts',
  'gallery/settle-stars',
  'gallery/reconcile-all-stars',
];

/** As if the time had passed until the site is asked again, a quarter of an hour otherwise. */
export async function askFeedsNow(facts: StoredFacts): Promise<void> {
  await facts.rows(sql`update integrations.feed_targets set next_poll_at = now() where next_poll_at > now()`);
}

/** As if the minutes had passed for which others leave a feed to a killed process. Only while no bot runs. */
export async function freeFeeds(facts: StoredFacts): Promise<void> {
  await facts.rows(sql`update integrations.feeds set leased_until = null`);
  await facts.rows(sql`update integrations.feed_targets set leased_until = null`);
  await facts.rows(sql`update integrations.feed_deliveries set next_attempt_at = now()`);
}

/**
 * As if the minutes had passed for which a killed process is trusted to be at work, and until the jobs come that take up
 * what it left. Only while no bot runs: the work of one that does would be done twice.
 */
export async function passTime(facts: StoredFacts): Promise<void> {
  await facts.rows(sql`
    update moderation.cases set created_at = created_at - interval '10 minutes' where state = 'pending'`);
  await facts.rows(sql`
    update moderation.pending_expiries set due_at = due_at - interval '10 minutes' where due_at < now()`);
  await facts.rows(sql`update gallery.repost_drafts set claimed_until = now() where claimed_until > now()`);
  await facts.rows(sql`update gallery.starred_messages set leased_until = null`);
  await freeFeeds(facts);
  await facts.rows(sql`update stats.gaps set due_at = now()`);
  // What pg-boss does itself with the jobs of a killed worker, once they have expired.
  await facts.rows(sql`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`);
  await askFeedsNow(facts);
  for (const job of TAKEN_UP_BY) await facts.runNow(job);
}
