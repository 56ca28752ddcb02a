import type { ErrorGroup } from '@twi/database';
import { reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  codeBlock,
  escapeCodeBlock,
  time,
  TimestampStyles,
} from 'discord.js';
import { shortId } from '../../errors/fingerprint.ts';
import { componentIds } from '../component-ids.ts';
import { encodeErrorPage } from '../error-page-state.ts';
import { errorStateWords } from './host-errors-reply.ts';

/** So that the embed stays below Discord's 6,000 characters. */
const MAX_MESSAGE = 1_500;
const MAX_STACK = 2_000;

const seen = (at: Date): string => time(at, TimestampStyles.LongDateShortTime);

/** One error with all that is known of it, and buttons to say whether it was dealt with. */
export function hostErrorReply(group: ErrorGroup) {
  const { fingerprint, errorType, message, stack, pluginId, command } = group;
  return reply.info(
    [
      `${errorType}: ${message.slice(0, MAX_MESSAGE)}`,
      stack ? codeBlock(escapeCodeBlock(stack.slice(0, MAX_STACK))) : '',
    ].join('\n'),
    {
      title: `Error ${shortId(fingerprint)}`,
      fields: [
        { name: 'Plugin', value: pluginId ?? 'unknown', inline: true },
        { name: 'Where', value: command ?? 'unknown', inline: true },
        { name: 'State', value: errorStateWords(group) || 'open', inline: true },
        { name: 'Happened', value: `${group.occurrences} times`, inline: true },
        { name: 'Servers', value: String(group.guilds), inline: true },
        { name: 'First and last', value: `${seen(group.firstSeenAt)}\n${seen(group.lastSeenAt)}` },
      ],
      components: [buttons(group)],
    },
  );
}

function buttons({ fingerprint, isResolved }: ErrorGroup): ActionRowBuilder<ButtonBuilder> {
  const mark = isResolved
    ? new ButtonBuilder().setLabel('Reopen').setStyle(ButtonStyle.Danger)
    : new ButtonBuilder().setLabel('Resolve').setStyle(ButtonStyle.Success);
  const verb = isResolved ? 'reopen' : 'resolve';
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    mark.setCustomId(componentIds.hostErrorMark(verb, fingerprint)),
    new ButtonBuilder()
      .setCustomId(componentIds.hostErrorsPage(encodeErrorPage({ filter: {} })))
      .setLabel('All errors')
      .setStyle(ButtonStyle.Secondary),
  );
}
