// #if button
import { customId, type PlainReply, reply } from '@twi/sdk';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, type Snowflake, userMention } from 'discord.js';
// #else
//= import { type PlainReply, reply } from '@twi/sdk';
//= import { type Snowflake, userMention } from 'discord.js';
// #endif

/** What a member has. */
export function scoreReply(userId: Snowflake, points: number): PlainReply {
  const text = `${userMention(userId)} has ${points} ${points === 1 ? 'point' : 'points'}.`;
  // #if button
  // The state travels in the custom id, so the button works after a restart, too.
  const refresh = new ButtonBuilder()
    .setCustomId(customId('my-plugin', 'refresh', userId))
    .setLabel('Refresh')
    .setStyle(ButtonStyle.Secondary);
  return reply.info(text, {
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(refresh)],
  });
  // #else
  //= return reply.info(text);
  // #endif
}
