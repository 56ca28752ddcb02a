import type { Page } from '@twi/database';
import { type PlainReply, reply } from '@twi/sdk';
import type { Case } from '../database/case-repository.ts';
import { caseLine } from './case-line.ts';
import { pageButton, type CaseListState } from './case-list-state.ts';

/** A page of `/case list`. */
export function caseListReply({ rows, previous, next }: Page<Case>, state: CaseListState): PlainReply {
  return reply.list(rows.map(caseLine), {
    title: 'Cases',
    empty: 'No case fits.',
    previous: previous && pageButton('case-list', { ...state, cursor: previous }),
    next: next && pageButton('case-list', { ...state, cursor: next }),
  });
}
