import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { UserError } from '@twi/sdk';
import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import type { ConfigFormState } from '../config/config-form-state.ts';
import { invalidValues } from '../config/config-refusals.ts';
import { formPages } from '../config/form-page.ts';
import { readInputs } from '../config/form-values.ts';
import { guildOf } from '../guild-of.ts';
import { configFormReply } from '../replies/config-form-reply.ts';
import { ConfigHandler } from './config-handler.ts';

/** Takes what was typed in the form. Fields that were left alone keep what they have by now, whoever changed them. */
export class ConfigFormHandler extends ConfigHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, InteractionHandlerTypes.ModalSubmit);
  }

  override async run(
    interaction: ModalSubmitInteraction,
    { pluginId, page, detail }: ConfigFormState,
  ): Promise<void> {
    const { config } = this.container.core;
    const guild = guildOf(interaction);
    const target = config.target(pluginId);
    await (interaction.isFromMessage()
      ? interaction.deferUpdate()
      : interaction.deferReply({ flags: MessageFlags.Ephemeral }));
    const seen = await config.stateAt(guild.id, target, Number(detail));
    const fields = formPages(target.fields)[page]?.inputs ?? [];
    const inputs = fields.flatMap((field) =>
      interaction.fields.fields.has(field.name)
        ? [[field, interaction.fields.getTextInputValue(field.name)] as const]
        : [],
    );
    const filled = await readInputs(new Map(inputs), seen, guild);
    if ('problems' in filled) throw new UserError(invalidValues(filled.problems));
    const { values } = filled;
    await config.setValues({ guild, target, byUserId: interaction.user.id }, { values, seen });
    await interaction.editReply(configFormReply(target, await config.state(guild.id, target), page));
  }
}
