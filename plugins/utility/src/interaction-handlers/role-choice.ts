import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator } from '@twi/sdk';
import type { StringSelectMenuInteraction } from 'discord.js';
import { ownRoleMenu, roleChangeReply } from '../replies/role-change-reply.ts';

/** The menu that shows somebody what they have: they get what is chosen, and what is not is taken away. */
export class RoleChoiceHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu, node: null });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    const parsed = parseCustomId(interaction.customId);
    const isOurs = parsed?.plugin === 'utility' && parsed.handler === 'role-choice';
    return isOurs && interaction.isStringSelectMenu() ? this.some() : this.none();
  }

  override async run(interaction: StringSelectMenuInteraction<'cached'>): Promise<void> {
    await interaction.deferUpdate();
    const { component, member, values } = interaction;
    const among = component.options.map(({ value }) => value);
    const change = await this.container.utility.roleChoices.choose(member, { chosen: values, among });
    const t = await translator(interaction);
    await interaction.editReply(roleChangeReply(change, t, [ownRoleMenu(component, change.yours, t)]));
  }
}
