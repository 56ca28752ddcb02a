import type { PluginTables } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { Transaction } from 'kysely';
import type { IntegrationsContext } from '../context.ts';
import type { FeedContent } from './feed-content.ts';
import type { FeedView } from './feed-view.ts';

/** What the audit log calls what somebody does to a feed. */
export type FeedAction =
  | 'feed-add'
  | 'feed-edit'
  | 'feed-remove'
  | 'feed-restore'
  | 'feed-pause'
  | 'feed-resume';

/** From what to what a feed was changed. */
export interface FeedTransition {
  readonly before: FeedContent;
  readonly after: FeedContent;
}

interface Change {
  readonly action: FeedAction;
  readonly feed: FeedView;
  readonly userId: Snowflake;
  readonly transaction: Transaction<PluginTables<'integrations'>>;
  readonly transition?: FeedTransition | undefined;
}

/** Writes into the audit log what somebody did to a feed, so that it can be taken back. */
export async function recordChange(
  { audit }: Pick<IntegrationsContext, 'audit'>,
  { action, feed: { guildId, number, name }, userId, transaction, transition }: Change,
): Promise<void> {
  await audit.record({
    guildId,
    userId,
    action: `integrations.${action}`,
    target: name,
    reversal: { number, ...transition },
    transaction,
  });
}
