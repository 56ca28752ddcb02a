import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { parsePinChannelPage, pinChannelListReply } from '../replies/pin-channel-list-reply.ts';

/** Turns the pages of `/pin-admin list`. */
export class PinChannelsHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'utility.pin-admin' });
  }

  override parse(interaction: ButtonInteraction) {
    const page = parsePinChannelPage(interaction.customId);
    return page === undefined ? this.none() : this.some(page);
  }

  override async run(interaction: ButtonInteraction<'cached'>, page: number): Promise<void> {
    await interaction.deferUpdate();
    const { guildId } = interaction;
    const channels = await this.container.utility.pins.channels.list(guildId);
    const t = await translator(interaction);
    await interaction.editReply(pinChannelListReply({ guildId, channels, page }, t));
  }
}
