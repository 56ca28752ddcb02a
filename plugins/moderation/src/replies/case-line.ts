import { clip } from '@twi/sdk';
import { bold, channelMention, time, TimestampStyles, userMention } from 'discord.js';
import { caseWords } from '../cases/case-type.ts';
import type { Case } from '../database/case-repository.ts';
import type { CaseState } from '../database/schema.ts';

const LONGEST_REASON = 120;

const MARKS: Readonly<Record<CaseState, string>> = {
  pending: ' (in progress)',
  done: '',
  failed: ' (failed)',
};

/** A case as one line of a list. */
export function caseLine({
  channelId,
  number,
  type,
  state,
  targetId,
  moderatorId,
  createdAt,
  reason,
}: Case): string {
  const what = `${bold(`#${number} ${caseWords(type).title}`)}${MARKS[state]}`;
  const when = time(createdAt, TimestampStyles.ShortDate);
  const why = reason ? `: ${onOneLine(reason)}` : '';
  const whom = channelId ? `in ${channelMention(channelId)}` : `of ${userMention(targetId)}`;
  return `${what} ${whom} by ${userMention(moderatorId)}, ${when}${why}`;
}

/** A reason in little space. */
export function onOneLine(reason: string, length = LONGEST_REASON): string {
  const line = reason.replaceAll(/\s+/g, ' ');
  return clip(line, length);
}
