import { type PlainReply, reply } from '@twi/sdk';
import { type Snowflake, userMention } from 'discord.js';
import { ALL_CASE_TYPES, type CaseType, caseWords } from '../cases/case-type.ts';
import type { CaseHistory } from '../moderation.ts';
import { pointsText } from './warn-reply.ts';
import { caseLine } from './case-line.ts';
import { type CaseListState, pageButton } from './case-list-state.ts';

/** A list of cases that is about one person. */
export type HistoryState = CaseListState & { readonly targetId: Snowflake };

/** A page of `/history`: what a person has behind them, in numbers and then case by case. */
export function historyReply(
  { page: { rows, previous, next }, totals, points }: CaseHistory,
  state: HistoryState,
): PlainReply {
  const who = userMention(state.targetId);
  const summary = `${who}: ${totalsText(totals)}${points > 0 ? `. ${pointsText(points)} of warnings.` : ''}`;
  return reply.list(rows.length > 0 ? [summary, '', ...rows.map(caseLine)] : [], {
    title: 'Moderation history',
    empty: `${who} has no cases.`,
    ...(previous && { previous: pageButton('history', { ...state, cursor: previous }) }),
    ...(next && { next: pageButton('history', { ...state, cursor: next }) }),
  });
}

function totalsText(totals: ReadonlyMap<CaseType, number>): string {
  const parts = ALL_CASE_TYPES.flatMap((type) => {
    const count = totals.get(type) ?? 0;
    const { title, plural } = caseWords(type);
    return count > 0 ? [`${count} ${count === 1 ? title.toLowerCase() : plural}`] : [];
  });
  return parts.join(', ') || 'nothing that took place';
}
