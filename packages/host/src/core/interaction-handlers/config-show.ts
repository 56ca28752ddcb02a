import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import type { ConfigFormState } from '../config/config-form-state.ts';
import { guildOf } from '../guild-of.ts';
import { configShowReply } from '../replies/config-show-reply.ts';
import { ConfigHandler } from './config-handler.ts';

/** Turns the pages of `/config show`. */
export class ConfigShowHandler extends ConfigHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, InteractionHandlerTypes.Button);
  }

  override async run(interaction: ButtonInteraction, { pluginId, detail }: ConfigFormState): Promise<void> {
    const { config } = this.container.core;
    const target = config.target(pluginId);
    const state = await config.state(guildOf(interaction).id, target);
    await interaction.update(configShowReply(target, state, detail));
  }
}
