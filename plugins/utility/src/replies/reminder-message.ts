import { reply, type Translator, escaped } from '@twi/sdk';
import {
  bold,
  escapeMaskedLink,
  type MessageCreateOptions,
  time,
  TimestampStyles,
  userMention,
} from 'discord.js';
import type { Reminder } from '../database/reminder-repository.ts';
import type { ReminderPlace } from '../reminders/reminder-places.ts';
import { snoozeButtons } from './snooze-buttons.ts';

const MINUTE_MS = 60_000;
/** Discord's limit (Resources › Message › Create Message). */
const LONGEST_NONCE = 25;

/** What somebody is told. Nobody but them is mentioned, whatever the text says. */
export function reminderMessage(
  reminder: Reminder,
  place: ReminderPlace,
  t: Translator,
): MessageCreateOptions {
  const { id, userId, text, dueAt, createdAt } = reminder;
  // To the minute: nobody waits by the second.
  const lateMs = Math.floor((Date.now() - dueAt.getTime()) / MINUTE_MS) * MINUTE_MS;
  const lines = [
    // Others read it, too, and it is said in the name of the bot.
    escapeMaskedLink(text),
    '',
    t('utility:reminders.asked', {
      at: time(createdAt, TimestampStyles.RelativeTime),
      where: whereAsked(reminder, place),
    }),
    ...(lateMs >= MINUTE_MS ? [t('utility:reminders.late', { ms: lateMs })] : []),
  ];
  const { embeds } = reply.info(lines.join('\n'), { title: t('utility:reminders.title') });
  return {
    ...(place.kind === 'channel' && { content: userMention(userId) }),
    ...(embeds && { embeds }),
    components: [snoozeButtons(id, t)],
    allowedMentions: { parse: [], users: [userId] },
    // A request that is repeated, by whichever process, sends nothing twice.
    nonce: `${id}.${dueAt.getTime().toString(36)}`.slice(-LONGEST_NONCE),
    enforceNonce: true,
  };
}

function whereAsked({ channelId }: Reminder, { kind, guild }: ReminderPlace): string {
  return kind === 'channel' ? `<#${channelId}>` : bold(escaped(guild.name));
}
