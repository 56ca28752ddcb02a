import type { ErrorGroup, ErrorGroupFilter, Page } from '@twi/database';
import { clip, reply } from '@twi/sdk';
import { ActionRowBuilder, StringSelectMenuBuilder, time, TimestampStyles } from 'discord.js';
import { shortId } from '../../errors/fingerprint.ts';
import { componentIds } from '../component-ids.ts';
import { encodeErrorPage } from '../error-page-state.ts';

const MAX_MESSAGE = 300;
/** Discord's limit for the label of a menu's option. */
const MAX_LABEL = 100;

/** A page of error groups, and a menu to look at one. */
export function hostErrorsReply({ rows, previous, next }: Page<ErrorGroup>, filter: ErrorGroupFilter) {
  const pageId = (cursor: string): string => componentIds.hostErrorsPage(encodeErrorPage({ filter, cursor }));
  return reply.list(rows.map(line), {
    title: 'Errors',
    empty: 'No errors.',
    components: rows.length > 0 ? [menu(rows)] : [],
    ...(previous !== undefined && { previous: pageId(previous) }),
    ...(next !== undefined && { next: pageId(next) }),
  });
}

/** What became of an error: `resolved`, or that it came back. */
export function errorStateWords({ isResolved, resolvedAt }: ErrorGroup): string {
  if (resolvedAt === null) return '';
  const when = time(resolvedAt, TimestampStyles.RelativeTime);
  return isResolved ? `resolved ${when}` : `came back; it was resolved ${when}`;
}

function line(group: ErrorGroup): string {
  const { fingerprint, errorType, message, pluginId, occurrences, guilds, lastSeenAt } = group;
  const text = clip(message, MAX_MESSAGE);
  const parts = [
    `\`${shortId(fingerprint)}\` **${pluginId ?? 'unknown'}**`,
    `${occurrences}×${guilds > 1 ? ` in ${guilds} servers` : ''}, last ${time(lastSeenAt, TimestampStyles.RelativeTime)}`,
    errorStateWords(group),
  ];
  return `${parts.filter(Boolean).join(' · ')}\n${errorType}: ${text}`;
}

function menu(groups: readonly ErrorGroup[]): ActionRowBuilder<StringSelectMenuBuilder> {
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId(componentIds.hostErrorSelect())
      .setPlaceholder('Look at one, mark it as resolved')
      .addOptions(
        groups.map(({ fingerprint, errorType, message }) => ({
          label: `${shortId(fingerprint)} ${errorType}: ${message}`.slice(0, MAX_LABEL),
          value: fingerprint,
        })),
      ),
  );
}
