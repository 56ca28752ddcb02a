import type { ModerationContext } from '../context.ts';
import type { Case } from '../database/case-repository.ts';

/** Writes what took place to the audit log of the bot. */
export async function auditCase({ audit, client }: ModerationContext, done: Case): Promise<void> {
  const isByBot = done.moderatorId === client.user?.id;
  await audit.record({
    guildId: done.guildId,
    ...(!isByBot && { userId: done.moderatorId }),
    action: `moderation.${done.type}`,
    target: done.targetId,
    details: {
      case: done.number,
      reason: done.reason,
      expiresAt: done.expiresAt?.toISOString() ?? null,
    },
  });
}
