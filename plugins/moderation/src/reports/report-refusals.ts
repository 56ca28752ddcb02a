import { formatDuration, type UserError } from '@twi/sdk';
import { type Snowflake, userMention } from 'discord.js';
import type { ReportState } from './report-state.ts';

type Refusal = UserError.Options;

export const MAX_DETAILS_LENGTH = 1_000;

export function reportNotFound(number: number): Refusal {
  return {
    identifier: 'moderation.report-not-found',
    message: `There is no report #${number} in this server.`,
  };
}

export function reportsAreOff(): Refusal {
  return {
    identifier: 'moderation.reports-off',
    message:
      'This server takes no reports yet: its owner has not chosen a channel for them. Tell a moderator directly. (Owners: it is the setting **Channel for reports**.)',
  };
}

export function reportChannelBroken(): Refusal {
  return {
    identifier: 'moderation.report-channel-broken',
    message:
      'I cannot write in the channel where the staff wants its reports, so nothing was reported. Tell a moderator directly.',
  };
}

export function noAnonymousReports(): Refusal {
  return {
    identifier: 'moderation.no-anonymous-reports',
    message: 'This server does not take anonymous reports. Leave `anonymous` out to report under your name.',
  };
}

export function ownMessage(): Refusal {
  return {
    identifier: 'moderation.report-own-message',
    message: 'That is your own message. You can delete it.',
  };
}

export function botMessage(): Refusal {
  return {
    identifier: 'moderation.report-bot-message',
    message: 'That message is from a bot or a webhook, which nobody can moderate. Tell a moderator directly.',
  };
}

export function noSuchMessage(): Refusal {
  return {
    identifier: 'moderation.report-no-message',
    message:
      '`message` is no message that you can see in this server. Give its link: right-click or hold the message, then **Copy Message Link**.',
  };
}

export function reportTooSoon(remainingMs: number): Refusal {
  return {
    identifier: 'moderation.report-too-soon',
    message: `You have just reported something. You can report again in ${formatDuration(remainingMs)}.`,
  };
}

export function tooManyReports(open: number): Refusal {
  return {
    identifier: 'moderation.too-many-reports',
    message: `The staff still has ${open === 1 ? 'a report' : `${open} reports`} of yours to look at. Wait until it has dealt with ${open === 1 ? 'it' : 'one'}.`,
  };
}

/** Why somebody cannot take care of a report. */
export function reportTaken({
  number,
  state,
  handledBy,
}: {
  readonly number: number;
  readonly state: ReportState;
  readonly handledBy: Snowflake | null;
}): Refusal {
  const who = handledBy === null ? 'Somebody' : userMention(handledBy);
  return {
    identifier: 'moderation.report-taken',
    message:
      state === 'claimed'
        ? `${who} takes care of report #${number}.`
        : `${who} has closed report #${number} (${state}).`,
  };
}

export function actionNotAllowed(label: string): Refusal {
  return {
    identifier: 'moderation.report-action-not-allowed',
    message: `You may not do that here: **${label}** needs a permission of its own.`,
  };
}
