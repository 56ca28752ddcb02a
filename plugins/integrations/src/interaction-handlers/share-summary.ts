import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, UserError } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { maySay } from '../conversations/may-say.ts';
import { isOpenToAllWhoSee } from '../conversations/readable-channel.ts';
import { openAiRefusal } from '../openai/openai-errors.ts';

/** Shows a summary to everybody in the channel that it is about. */
export class ShareSummaryHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, {
      interactionHandlerType: InteractionHandlerTypes.Button,
      node: 'integrations.summarize',
    });
  }

  override parse(interaction: ButtonInteraction) {
    const id = parseCustomId(interaction.customId);
    return id?.plugin === 'integrations' && id.handler === 'share-summary'
      ? this.some(id.state)
      : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, channelId: string): Promise<void> {
    const { channel, member, message } = interaction;
    // The channel may have been closed to some since.
    const isOpen = channel?.id === channelId && isOpenToAllWhoSee(channel) && maySay(member, channel);
    if (!isOpen) throw new UserError(openAiRefusal('may-not-share'));
    await interaction.update({ components: [] });
    await interaction.followUp({ embeds: message.embeds, allowedMentions: { parse: [] } });
  }
}
