import type { AuditLog, Page } from '@twi/database';
import { reply } from '@twi/sdk';
import type { Guild } from 'discord.js';
import { type AuditPageState, encodeAuditPage } from '../audit-page-state.ts';
import { componentIds } from '../component-ids.ts';
import { auditLine } from './audit-line.ts';

/** So many lines of the greatest length fit into an embed. */
export const MOST_ENTRIES = 15;

/** A page of the record. */
export function auditListReply(
  { rows, previous, next }: Page<AuditLog>,
  { guild, ...state }: AuditPageState & { readonly guild: Guild },
) {
  const pageId = (cursor: string): string => componentIds.auditPage(encodeAuditPage({ ...state, cursor }));
  return reply.list(
    rows.map((entry) => auditLine(entry, guild)),
    {
      title: 'What was done',
      footer: 'Take an entry back with /undo and its number.',
      empty: state.userId || state.action ? 'Nothing was recorded that fits.' : 'Nothing was recorded yet.',
      ...(previous !== undefined && { previous: pageId(previous) }),
      ...(next !== undefined && { next: pageId(next) }),
    },
  );
}
