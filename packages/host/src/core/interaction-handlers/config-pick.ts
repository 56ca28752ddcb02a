import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { UserError } from '@twi/sdk';
import type { AnySelectMenuInteraction } from 'discord.js';
import type { ConfigFormState } from '../config/config-form-state.ts';
import { invalidValues } from '../config/config-refusals.ts';
import { pickedValue } from '../config/form-values.ts';
import { guildOf } from '../guild-of.ts';
import { configFormReply } from '../replies/config-form-reply.ts';
import { ConfigHandler } from './config-handler.ts';

/** Takes what was chosen in a menu of the form. */
export class ConfigPickHandler extends ConfigHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, InteractionHandlerTypes.SelectMenu);
  }

  override async run(
    interaction: AnySelectMenuInteraction,
    { pluginId, page, detail }: ConfigFormState,
  ): Promise<void> {
    const { config } = this.container.core;
    const guild = guildOf(interaction);
    const target = config.target(pluginId);
    const field = config.field(target, detail);
    await interaction.deferUpdate();
    const checked = await pickedValue(field, interaction.values, guild);
    if ('problem' in checked) throw new UserError(invalidValues([checked.problem]));
    const values = new Map([[field, checked.value]]);
    await config.setValues({ guild, target, byUserId: interaction.user.id }, { values });
    await interaction.editReply(configFormReply(target, await config.state(guild.id, target), page));
  }
}
