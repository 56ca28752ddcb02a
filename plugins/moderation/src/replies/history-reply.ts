import { type PlainReply, reply } from '@twi/sdk';
import { type Snowflake, userMention } from 'discord.js';
import type { CaseHistory } from '../cases/cases.ts';
import { totalsText } from './totals-text.ts';
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
    previous: previous && pageButton('history', { ...state, cursor: previous }),
    next: next && pageButton('history', { ...state, cursor: next }),
  });
}
