import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { itemsReply } from './items-reply.ts';

// #region handler
export class PageHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const id = parseCustomId(interaction.customId);
    return id?.plugin === 'gallery' && id.handler === 'page' ? this.some(id.state) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, cursor: string): Promise<void> {
    await interaction.deferUpdate();
    const page = await this.container.gallery.list(interaction.guildId, cursor);
    await interaction.editReply(itemsReply(page));
  }
}
// #endregion
