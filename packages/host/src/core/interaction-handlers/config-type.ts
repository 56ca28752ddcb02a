import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import type { ConfigFormState } from '../config/config-form-state.ts';
import { formPages } from '../config/form-page.ts';
import { guildOf } from '../guild-of.ts';
import { configModal } from '../replies/config-modal.ts';
import { ConfigHandler } from './config-handler.ts';

/** Opens the inputs of the fields that have to be typed. */
export class ConfigTypeHandler extends ConfigHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, InteractionHandlerTypes.Button);
  }

  override async run(interaction: ButtonInteraction, { pluginId, page }: ConfigFormState): Promise<void> {
    const { config } = this.container.core;
    const target = config.target(pluginId);
    const state = await config.state(guildOf(interaction).id, target);
    const fields = formPages(target.fields)[page]?.inputs ?? [];
    await interaction.showModal(configModal(target, { fields, state, page }));
  }
}
