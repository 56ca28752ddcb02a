import { container } from '@sapphire/framework';
import { AuditLogRepository } from '@twi/database';
import type { Host } from '@twi/host';
import type { TestGuild } from './test-guild.ts';
import type { Identified } from './test-member.ts';

const MOST_ENTRIES = 100;

/** Which action is taken back or done again, and by whom. */
export interface ReversalWish {
  readonly guild: TestGuild;
  /** `<plugin>.<action>`; of several, the first that was done. */
  readonly action: string;
  readonly by: Identified;
}

/** Takes back an action, or does it again, as `/undo` and `/redo` do; resolves with what they say. */
export async function reverseAction(
  host: Host,
  direction: 'undo' | 'redo',
  { guild: { id: guildId }, action, by }: ReversalWish,
): Promise<string> {
  const logs = new AuditLogRepository(host.database.db);
  const { rows } = await logs.list(guildId, { action, limit: MOST_ENTRIES });
  // The oldest: what an undo or redo did itself has entries too.
  const entry = rows.at(-1);
  const reversal = host.plugins.get(action.split('.')[0] ?? '')?.plugin?.reversals?.[action];
  if (!entry || !reversal) throw new Error(`There is no ${action} to ${direction}.`);
  const guild = await host.client.guilds.fetch(guildId);
  return reversal[direction]({
    guild,
    member: await guild.members.fetch(by.id),
    data: reversal.data.parse(entry.reversal),
    target: entry.target ?? undefined,
    userId: entry.userId ?? undefined,
    container,
  });
}
