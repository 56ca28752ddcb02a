import type { SettingsRevision } from '@twi/database';
import { type PlainReply, reply } from '@twi/sdk';
import { componentIds } from '../component-ids.ts';
import type { ConfigTarget } from '../config/config-target.ts';
import type { HistoryPage } from '../config/guild-config.ts';
import { differenceLines } from './config-changed-reply.ts';

/** Most changes that a revision shows. */
const MOST_LINES = 4;

/** A page of who changed what of a plugin's settings, newest first. */
export function configHistoryReply(target: ConfigTarget, { page, states }: HistoryPage): PlainReply {
  const blocks = page.rows.map((row) => block(row, changes(target, row, states)));
  return reply.list([blocks.join('\n\n')].filter(Boolean), {
    title: `Changes to the settings of ${target.title}`,
    empty: 'Nobody has changed anything yet.',
    ...(blocks.length > 0 && { footer: 'Go back with /config revert' }),
    previous: page.previous && componentIds.configHistory(target.id, page.previous),
    next: page.next && componentIds.configHistory(target.id, page.next),
  });
}

function changes(
  target: ConfigTarget,
  { revision }: SettingsRevision,
  states: HistoryPage['states'],
): string[] {
  const before = states.get(revision - 1);
  const after = states.get(revision);
  if (!before || !after) return [];
  const lines = differenceLines(target, before, after);
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `… and ${more} more`] : lines;
}

function block({ revision, changedBy, changedAt }: SettingsRevision, lines: readonly string[]): string {
  const who = changedBy === null ? 'the bot' : `<@${changedBy}>`;
  const head = `**${revision}** · <t:${Math.floor(changedAt.getTime() / 1_000)}:f> · ${who}`;
  return [head, ...(lines.length > 0 ? lines : ['No difference to read today.'])].join('\n');
}
