import type { Translator } from '@twi/sdk';
import { EmbedBuilder, type Message } from 'discord.js';
import { moment } from './reminder-replies.ts';

/** The reminder without its buttons, and when it comes again. */
export function snoozedReply(
  message: Pick<Message, 'embeds'>,
  at: Date,
  t: Translator,
): { embeds: EmbedBuilder[]; components: [] } {
  const again = t('utility:reminders.snoozed', { at: moment(at) });
  const embeds = message.embeds.map((embed) =>
    EmbedBuilder.from(embed).setDescription([embed.description, again].filter(Boolean).join('\n')),
  );
  return { embeds, components: [] };
}
