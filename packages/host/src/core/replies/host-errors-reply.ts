import type { ErrorGroup } from '@twi/database';
import { reply } from '@twi/sdk';
import { ActionRowBuilder, StringSelectMenuBuilder } from 'discord.js';
import { shortId } from '../../errors/fingerprint.ts';
import { componentIds } from '../component-ids.ts';
import type { ErrorGroupList } from '../error-groups.ts';
import { encodeErrorPage, type ErrorPageState } from '../error-page-state.ts';
import { pageFrom } from '../paging.ts';

const PAGE_SIZE = 8;
const MAX_MESSAGE = 300;
/** Discord's limit for the label of a menu's option. */
const MAX_LABEL = 100;

/** A page of error groups, and a menu to mark one as resolved. */
export function hostErrorsReply({ groups, isCut }: ErrorGroupList, { filter, from }: ErrorPageState) {
  const { items, previous, next } = pageFrom(groups, { keyOf: groupId, size: PAGE_SIZE, from });
  const pageId = (first: string): string =>
    componentIds.hostErrorsPage(encodeErrorPage({ filter, from: first }));
  const open = items.filter(({ isResolved }) => !isResolved);
  return reply.list(items.map(line), {
    title: 'Errors',
    empty: 'No errors.',
    ...(isCut && { footer: 'Older ones are not shown; resolve some to see them.' }),
    components: open.length > 0 ? [menu(open, encodeErrorPage({ filter }))] : [],
    ...(previous !== undefined && { previous: pageId(previous) }),
    ...(next !== undefined && { next: pageId(next) }),
  });
}

/** What people see of a fingerprint; a bug's reply names it. */
function groupId({ fingerprint }: ErrorGroup): string {
  return shortId(fingerprint);
}

function line(group: ErrorGroup): string {
  const { errorType, message, pluginId, occurrences, lastSeenAt, isResolved } = group;
  const at = Math.floor(lastSeenAt.getTime() / 1_000);
  const text = message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE - 1)}…` : message;
  const head = `\`${groupId(group)}\` **${pluginId ?? 'unknown'}** · ${occurrences}×, last <t:${at}:R>`;
  return `${head}${isResolved ? ' · resolved' : ''}\n${errorType}: ${text}`;
}

function menu(groups: readonly ErrorGroup[], state: string): ActionRowBuilder<StringSelectMenuBuilder> {
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId(componentIds.hostErrorResolve(state))
      .setPlaceholder('Mark as resolved')
      .addOptions(
        groups.map(({ fingerprint, errorType, message }) => ({
          label: `${shortId(fingerprint)} ${errorType}: ${message}`.slice(0, MAX_LABEL),
          value: fingerprint,
        })),
      ),
  );
}
