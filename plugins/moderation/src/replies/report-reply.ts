import { clip, customId, type PlainReply, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  channelMention,
  messageLink,
  type Snowflake,
  time,
  TimestampStyles,
  userMention,
} from 'discord.js';
import type { Report } from '../database/report-repository.ts';
import { REPORT_REASONS } from '../reports/report-reason.ts';
import { REPORT_STATES } from '../reports/report-state.ts';

/** Discord's limit for a field (Resources › Message › Embed Limits). */
const LONGEST_FIELD = 1_024;

/** What the staff can do about a report, by the verb in the custom id of its button. */
const BUTTONS = {
  claim: { label: 'Claim', style: ButtonStyle.Primary },
  act: { label: 'Act', style: ButtonStyle.Danger },
  resolve: { label: 'Resolve', style: ButtonStyle.Success },
  dismiss: { label: 'Dismiss', style: ButtonStyle.Secondary },
} as const;

export type ReportVerb = keyof typeof BUTTONS;

/** Tells whether a text names something that can be done about a report, for state from a custom id. */
export function isReportVerb(text: string): text is ReportVerb {
  return Object.hasOwn(BUTTONS, text);
}

/** A report as the staff sees it, with buttons as long as it is not closed. */
export function reportReply(report: Report, reporterId: Snowflake | undefined): PlainReply {
  const { number, excerpt, state } = report;
  const isClosed = state === 'resolved' || state === 'dismissed';
  const options = {
    title: `Report #${number}`,
    fields: fieldsOf(report, reporterId),
    components: isClosed ? [] : [buttonsOf(report)],
  };
  const text = excerpt || 'The message has no text.';
  return isClosed ? reply.info(text, options) : reply.warning(text, options);
}

function fieldsOf(report: Report, reporterId: Snowflake | undefined) {
  const { guildId, channelId, messageId, authorId, reason, details, isAnonymous, createdAt, caseNumber } =
    report;
  const link = messageLink(channelId, messageId, guildId);
  const values: Record<string, string | null> = {
    Author: `${userMention(authorId)} (${authorId})`,
    Message: `[Jump to it](${link}) in ${channelMention(channelId)}`,
    Reason: REPORT_REASONS[reason],
    Details: details && clip(details, LONGEST_FIELD),
    From: reporterText(isAnonymous, reporterId),
    When: time(createdAt, TimestampStyles.RelativeTime),
    State: stateText(report),
    Case: caseNumber === null ? null : `#${caseNumber}`,
  };
  return Object.entries(values).flatMap(([name, value]) => (value ? [{ name, value, inline: true }] : []));
}

function reporterText(isAnonymous: boolean, reporterId: Snowflake | undefined): string {
  if (isAnonymous) return 'Anonymous';
  return reporterId === undefined ? 'Erased' : userMention(reporterId);
}

function stateText({ state, handledBy }: Report): string {
  return handledBy === null ? REPORT_STATES[state] : `${REPORT_STATES[state]} by ${userMention(handledBy)}`;
}

function buttonsOf({ number, state }: Report): ActionRowBuilder<ButtonBuilder> {
  const buttons = Object.entries(BUTTONS).map(([verb, { label, style }]) =>
    new ButtonBuilder()
      .setCustomId(customId('moderation', 'report', `${verb}:${number}`))
      .setLabel(label)
      .setStyle(style)
      .setDisabled(verb === 'claim' && state === 'claimed'),
  );
  return new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
}
