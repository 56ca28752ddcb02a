import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { contextOf, translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { customListReply, parseCustomPage } from '../replies/custom-list-reply.ts';

/** Turns the pages of `/custom list`. */
export class CustomListHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const page = parseCustomPage(interaction.customId);
    return page === undefined ? this.none() : this.some(page);
  }

  override async run(interaction: ButtonInteraction<'cached'>, page: number): Promise<void> {
    await interaction.deferUpdate();
    const { customCommands } = this.container.utility;
    const { guild, member } = interaction;
    const isStaff = await contextOf(this).permissions.allows(member, 'utility.custom');
    const commands = await customCommands.list(guild.id);
    const prefix = await customCommands.prefixOf(guild);
    const t = await translator(interaction);
    await interaction.editReply(customListReply({ member, commands, isStaff, prefix, page }, t));
  }
}
