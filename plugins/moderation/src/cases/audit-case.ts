import { aimsAtPerson } from './aims-at-person.ts';
import type { CaseType } from './case-type.ts';
import type { ModerationContext } from '../context.ts';
import type { Case } from '../database/case-repository.ts';
import type { ModerationTransaction } from '../database/exclusively.ts';

/** What cannot be taken back: who was removed has to come back by themselves, and what was deleted is gone. */
const FINAL: ReadonlySet<CaseType> = new Set(['kick', 'softban', 'purge']);

/** Writes what took place to the audit log of the bot, in the transaction that records it. */
export async function auditCase(
  { audit, client }: ModerationContext,
  done: Case,
  transaction: ModerationTransaction,
): Promise<void> {
  const isByBot = done.moderatorId === client.user?.id;
  await audit.record({
    guildId: done.guildId,
    ...(!isByBot && { userId: done.moderatorId }),
    action: `moderation.${done.type}`,
    target: aimsAtPerson(done) ? done.targetId : done.channelId,
    details: {
      case: done.number,
      reason: done.reason,
      expiresAt: done.expiresAt?.toISOString() ?? null,
    },
    ...(!FINAL.has(done.type) && { reversal: { case: done.number } }),
    transaction,
  });
}
