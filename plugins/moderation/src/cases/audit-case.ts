import { aimsAtPerson } from './aims-at-person.ts';
import type { CaseType } from './case-type.ts';
import type { ModerationContext } from '../context.ts';
import type { Case } from '../database/case-repository.ts';
import type { ModerationTransaction } from '../database/exclusively.ts';

/** What cannot be taken back, and why. */
const FINAL: ReadonlyMap<CaseType, string> = new Map([
  ['kick', 'A kick cannot be taken back: whoever was kicked can come back with an invite.'],
  [
    'softban',
    'A softban cannot be taken back: whoever was removed can come back with an invite; their messages stay deleted.',
  ],
  ['purge', 'A purge cannot be taken back: Discord does not keep deleted messages.'],
]);

/** Writes what took place to the audit log of the bot, in the transaction that records it. */
export async function auditCase(
  { audit, client }: ModerationContext,
  done: Case,
  transaction: ModerationTransaction,
): Promise<void> {
  const isByBot = done.moderatorId === client.user?.id;
  const irreversibleBecause = FINAL.get(done.type);
  await audit.record({
    guildId: done.guildId,
    ...(!isByBot && { userId: done.moderatorId }),
    action: `moderation.${done.type}`,
    target: aimsAtPerson(done) ? done.targetId : (done.channelId ?? done.targetId),
    details: {
      case: done.number,
      reason: done.reason,
      expiresAt: done.expiresAt?.toISOString() ?? null,
    },
    ...(irreversibleBecause ? { irreversibleBecause } : { reversal: { case: done.number } }),
    transaction,
  });
}
