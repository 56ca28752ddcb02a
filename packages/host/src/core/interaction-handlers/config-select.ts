import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { StringSelectMenuInteraction } from 'discord.js';
import { guildOf } from '../guild-of.ts';
import { configShowReply } from '../replies/config-show-reply.ts';
import { CONFIG_NODE } from './config-handler.ts';

/** Shows the settings that were chosen in the overview. */
export class ConfigSelectHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu, node: CONFIG_NODE });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    return this.some(interaction.values[0]);
  }

  override async run(interaction: StringSelectMenuInteraction, pluginId = ''): Promise<void> {
    const { config } = this.container.core;
    const target = config.target(pluginId);
    await interaction.update(configShowReply(target, await config.state(guildOf(interaction).id, target)));
  }
}
