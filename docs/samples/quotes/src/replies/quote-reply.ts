import { customId, reply, type PlainReply } from '@twi/sdk';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, userMention } from 'discord.js';
import type { Quote } from '../database/schema.ts';

/** A quote with a button that shows another. The button knows which quote it stands under, so it outlives the process. */
export function quoteReply({ id, text, authorId }: Quote): PlainReply {
  const another = new ButtonBuilder()
    .setCustomId(customId('quotes', 'another', id))
    .setLabel('Another')
    .setStyle(ButtonStyle.Secondary);
  return reply.info(`> ${text}\n— ${userMention(authorId)}`, {
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(another)],
  });
}
