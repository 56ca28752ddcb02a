import type { Page } from '@twi/database';
import { clip, customId, type PlainReply, quotable, reply, type Translator } from '@twi/sdk';
import { blockQuote, bold, time, TimestampStyles } from 'discord.js';
import type { Reminder } from '../database/reminder-repository.ts';

/** A page of eight stays within an embed. */
const LONGEST_LINE = 300;
/** Discord's limit for the name of a choice (Interactions › Application Commands). */
const LONGEST_CHOICE = 100;

/** That a reminder was taken, with the moment that was understood, so that a mistake is seen at once. */
export function reminderSetReply({ dueAt, text }: Reminder, timeZone: string, t: Translator): PlainReply {
  return reply.success(`${t('utility:reminders.set', { at: moment(dueAt) })}\n${blockQuote(text)}`, {
    footer: t('utility:reminders.zone', { timeZone }),
  });
}

/** What somebody has waiting. */
export function reminderListReply({ rows, previous, next }: Page<Reminder>, t: Translator): PlainReply {
  return reply.list(rows.map(reminderLine), {
    title: t('utility:reminders.list'),
    empty: t('utility:reminders.none'),
    labels: { previous: t('utility:pages.previous'), next: t('utility:pages.next') },
    previous: previous && customId('utility', 'reminders', previous),
    next: next && customId('utility', 'reminders', next),
  });
}

/** That a reminder will not come. */
export function reminderCancelledReply({ text }: Reminder, t: Translator): PlainReply {
  return reply.success(t('utility:reminders.cancelled', { text: quotable(text) }));
}

/** A moment as everybody reads it in their own time zone. */
export function moment(at: Date): string {
  return `${time(at, TimestampStyles.FullDateShortTime)} (${time(at, TimestampStyles.RelativeTime)})`;
}

/** A reminder as autocomplete offers it: plain text, in the time zone of the guild. */
export function reminderChoice(
  { id, text, dueAt }: Reminder,
  { locale, timeZone }: { readonly locale: string; readonly timeZone: string },
): { name: string; value: string } {
  const at = dueAt.toLocaleString(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return { name: clip(`#${id} ${at}: ${text.replaceAll(/\s+/g, ' ')}`, LONGEST_CHOICE), value: id };
}

function reminderLine({ id, dueAt, text }: Reminder): string {
  return `${bold(`#${id}`)} ${moment(dueAt)}\n${clip(text.replaceAll(/\s+/g, ' '), LONGEST_LINE)}`;
}
