import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator } from '@twi/sdk';
import { MessageFlags, type StringSelectMenuInteraction } from 'discord.js';
import { ownRoleMenu, roleChangeReply } from '../replies/role-change-reply.ts';

/**
 * The menus of a panel. They give what is chosen and take nothing: everybody sees the same menu, and Discord forgets what
 * somebody chose there. Giving back is for the menu in the answer, which shows what they have.
 */
export class RolePanelHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu, node: null });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    const parsed = parseCustomId(interaction.customId);
    const isOurs = parsed?.plugin === 'utility' && parsed.handler === 'role-panel';
    return isOurs && interaction.isStringSelectMenu() ? this.some() : this.none();
  }

  override async run(interaction: StringSelectMenuInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const change = await this.container.utility.roleChoices.take(interaction.member, interaction.values);
    const t = await translator(interaction);
    const own = ownRoleMenu(interaction.component, change.yours, t);
    await interaction.editReply(roleChangeReply(change, t, [own]));
  }
}
