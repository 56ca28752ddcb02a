import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import type { ConfigFormState } from '../config/config-form-state.ts';
import { guildOf } from '../guild-of.ts';
import { configFormReply } from '../replies/config-form-reply.ts';
import { ConfigHandler } from './config-handler.ts';

/** Opens the form of a plugin's settings and turns its pages. */
export class ConfigPageHandler extends ConfigHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, InteractionHandlerTypes.Button);
  }

  override async run(interaction: ButtonInteraction, { pluginId, page }: ConfigFormState): Promise<void> {
    const { config } = this.container.core;
    const target = config.target(pluginId);
    const state = await config.state(guildOf(interaction).id, target);
    await interaction.update(configFormReply(target, state, page));
  }
}
