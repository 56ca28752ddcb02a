import type { Page } from '@twi/database';
import { customId, type PlainReply, reply } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { Report } from '../database/report-repository.ts';
import type { ReportState } from '../reports/report-state.ts';
import { reportReply } from './report-reply.ts';

/** Which reports a queue shows: those in one state, or all that are not closed. */
export function statesOf(state: ReportState | undefined): readonly ReportState[] {
  return state === undefined ? ['open', 'claimed'] : [state];
}

/** One report of the queue, with what can be done about it, and buttons to the ones before and after. */
export function reportQueueReply(
  { rows: [report], previous, next }: Page<Report>,
  state: ReportState | undefined,
  reporterId: Snowflake | undefined,
): PlainReply {
  const pageId = (cursor: string) => customId('moderation', 'report-queue', `${cursor}:${state ?? ''}`);
  const pages = reply.list([], {
    empty: state ? 'There are no such reports.' : 'No report is waiting for the staff.',
    previous: previous && pageId(previous),
    next: next && pageId(next),
  });
  if (!report) return pages;
  const shown = reportReply(report, reporterId);
  return { ...shown, components: [...(shown.components ?? []), ...(pages.components ?? [])] };
}
