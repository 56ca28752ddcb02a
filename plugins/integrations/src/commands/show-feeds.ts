import { translator } from '@twi/sdk';
import { type ButtonInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import type { Integrations } from '../integrations.ts';
import { feedHealthReply } from '../replies/feed-health-reply.ts';
import { feedListReply } from '../replies/feed-list-reply.ts';

type Interaction = ChatInputCommandInteraction<'cached'> | ButtonInteraction<'cached'>;

/** Answers with a page of the feeds of a server. */
export async function showFeeds(
  interaction: Interaction,
  { feeds }: Integrations,
  cursor?: string,
): Promise<void> {
  await defer(interaction);
  const page = await feeds.list(interaction.guildId, cursor);
  await interaction.editReply(feedListReply(page, await translator(interaction)));
}

/** Answers with a page of how the feeds of a server do. */
export async function showFeedHealth(
  interaction: Interaction,
  { feeds }: Integrations,
  cursor?: string,
): Promise<void> {
  await defer(interaction);
  const page = await feeds.health(interaction.guildId, cursor);
  await interaction.editReply(feedHealthReply(page, await translator(interaction)));
}

/** A button changes the page that it is on. */
async function defer(interaction: Interaction): Promise<void> {
  await (interaction.isButton()
    ? interaction.deferUpdate()
    : interaction.deferReply({ flags: MessageFlags.Ephemeral }));
}
