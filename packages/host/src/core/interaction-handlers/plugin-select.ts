import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import type { StringSelectMenuInteraction } from 'discord.js';
import { guildOf } from '../guild-of.ts';
import { pluginDetailsReply } from '../replies/plugin-details-reply.ts';

/** Shows the plugin that was chosen in `/plugins list`. */
export class PluginSelectHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu, node: 'core.plugins' });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    return this.some(interaction.values[0]);
  }

  override async run(interaction: StringSelectMenuInteraction, pluginId = ''): Promise<void> {
    const guild = guildOf(interaction);
    const plugin = this.container.core.plugins.get(guild.id, pluginId);
    await interaction.update(pluginDetailsReply(plugin, guild, await translator(interaction)));
  }
}
