import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { contextOf, translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { parseRolePage, roleListReply } from '../replies/role-list-reply.ts';

/** Turns the pages of `/roles`. */
export class RolesHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const page = parseRolePage(interaction.customId);
    return page === undefined ? this.none() : this.some(page);
  }

  override async run(interaction: ButtonInteraction<'cached'>, page: number): Promise<void> {
    await interaction.deferUpdate();
    const { member, guildId } = interaction;
    const isStaff = await contextOf(this).permissions.allows(member, 'utility.roles');
    const roles = await this.container.utility.roles.list(guildId);
    await interaction.editReply(
      roleListReply({ member, roles, isStaff, page }, await translator(interaction)),
    );
  }
}
