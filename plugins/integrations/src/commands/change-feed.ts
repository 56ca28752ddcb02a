import { clip, escaped, reply, translator } from '@twi/sdk';
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import type { Integrations } from '../integrations.ts';

const LONGEST_NAME = 100;

/** What each change is told as. */
const DONE = {
  remove: 'integrations:feed.removed',
  pause: 'integrations:feed.paused',
  resume: 'integrations:feed.resumed',
} as const;

/** Removes a feed, or lets it rest or go on. */
export async function changeFeed(
  interaction: ChatInputCommandInteraction<'cached'>,
  { feeds }: Integrations,
  change: keyof typeof DONE,
): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { guildId, options, user } = interaction;
  const number = feeds.parse(options.getString('feed', true));
  const { name } = await feeds[change]({ guildId, number, userId: user.id });
  const t = await translator(interaction);
  await interaction.editReply(
    reply.success(t(DONE[change], { number, name: clip(escaped(name), LONGEST_NAME) })),
  );
}
