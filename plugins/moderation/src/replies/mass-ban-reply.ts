import { customId, type EphemeralReply, type PlainReply, reply } from '@twi/sdk';
import { type Snowflake, userMention } from 'discord.js';
import type { BulkCounts, BulkItem } from '../database/bulk-repository.ts';
import type { LeftOut } from '../mass-bans/mass-bans.ts';

/** More lines do not fit into a message. */
const MOST_LINES = 20;

/** Asks whether these people are to be banned. */
export function massBanQuestion(
  runId: string,
  userIds: readonly Snowflake[],
  leftOut: readonly LeftOut[],
): EphemeralReply {
  const who = linesOf(userIds.map(userMention), ' ');
  const others = leftOut.length > 0 ? `\n\n**Left out**\n${linesOf(leftOutLines(leftOut))}` : '';
  return reply.confirmation(`Ban ${people(userIds.length)}?\n${who}${others}`, {
    label: `Ban ${people(userIds.length)}`,
    confirmId: customId('moderation', 'mass-ban', `go:${runId}`),
    cancelId: customId('moderation', 'mass-ban', `no:${runId}`),
  });
}

/** One line for each person who cannot be banned. */
export function leftOutLines(leftOut: readonly LeftOut[]): string[] {
  return leftOut.map(({ userId, why }) => {
    if (why.includes(userId)) return why;
    const isSentence = /^\p{Lu}/u.test(why);
    return `${userMention(userId)}${isSentence ? ':' : ''} ${why}`;
  });
}

export function massBanProgressReply({ waiting, done, failed }: BulkCounts): PlainReply {
  const failures = failed > 0 ? ` ${failed} failed.` : '';
  return reply.info(`Banning: ${done} of ${waiting + done + failed} done.${failures}`);
}

/** What became of everybody. */
export function massBanReportReply(done: readonly BulkItem[], failed: readonly BulkItem[]): PlainReply {
  const banned = `Banned ${people(done.length)}${casesText(done)}.`;
  if (failed.length === 0) return reply.success(banned);
  const failures = failed.map(({ itemId, failure }) =>
    failure?.includes(itemId) ? failure : `${userMention(itemId)}: ${failure}`,
  );
  return reply.warning(`${banned}\n\n**${people(failed.length)} could not be banned**\n${linesOf(failures)}`);
}

function casesText(done: readonly BulkItem[]): string {
  const numbers = done.flatMap(({ caseNumber }) => caseNumber ?? []);
  if (numbers.length === 0) return '';
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return first === last ? ` (case #${first})` : ` (cases #${first} to #${last})`;
}

function linesOf(lines: readonly string[], separator = '\n'): string {
  const shown = lines.slice(0, MOST_LINES).join(separator);
  return lines.length > MOST_LINES ? `${shown}${separator}… and ${lines.length - MOST_LINES} more` : shown;
}

/** `1 person`, `2 people`. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
