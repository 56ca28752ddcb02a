import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { automodListReply, parseAutomodPage } from '../replies/automod-list-reply.ts';

/** Turns the pages of `/automod list`. */
export class AutomodListHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'moderation.automod' });
  }

  override parse(interaction: ButtonInteraction) {
    const cursor = parseAutomodPage(interaction.customId);
    return cursor === undefined ? this.none() : this.some(cursor);
  }

  override async run(interaction: ButtonInteraction<'cached'>, cursor: string): Promise<void> {
    await interaction.deferUpdate();
    const page = await this.container.moderation.automod.rules.list(interaction.guildId, cursor);
    await interaction.editReply(automodListReply(page, interaction.guild));
  }
}
