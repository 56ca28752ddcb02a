import { customId, type EphemeralReply, type PlainReply, reply } from '@twi/sdk';
import type { BulkCounts } from '../database/bulk-repository.ts';

/** Asks about the messages that can only be deleted one by one. */
export function oldMessagesQuestion(runId: string, count: number): EphemeralReply {
  const isOne = count === 1;
  return reply.confirmation(
    `${messagesText(count)} ${isOne ? 'is' : 'are'} older than 14 days. Discord lets me delete ${isOne ? 'it' : 'them'} one by one only, which takes about a second each.`,
    {
      label: `Delete ${isOne ? 'it' : messagesText(count)}`,
      confirmId: customId('moderation', 'purge', `go:${runId}`),
      cancelId: customId('moderation', 'purge', `no:${runId}`),
    },
  );
}

export function purgeProgressReply({ waiting, done, failed }: BulkCounts): PlainReply {
  return reply.info(`Deleting: ${done + failed} of ${waiting + done + failed} messages.`);
}

export function purgeReportReply(
  { done, failed }: BulkCounts,
  { number, failure }: { readonly number?: number; readonly failure: string | undefined },
): PlainReply {
  const what =
    number === undefined ? 'Nothing was deleted.' : `Deleted ${messagesText(done)} (case #${number}).`;
  if (failed === 0) return reply.success(what);
  return reply.warning(`${what} ${messagesText(failed)} could not be deleted: ${failure}`);
}

export function messagesText(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`;
}
