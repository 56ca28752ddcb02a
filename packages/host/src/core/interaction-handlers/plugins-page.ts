import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { guildOf } from '../guild-of.ts';
import { pluginListReply } from '../replies/plugin-list-reply.ts';

/** Turns the pages of `/plugins list`. */
export class PluginsPageHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'core.plugins' });
  }

  override parse(interaction: ButtonInteraction) {
    return this.some(parseCustomId(interaction.customId)?.state);
  }

  override async run(interaction: ButtonInteraction, from: string | undefined): Promise<void> {
    const { plugins } = this.container.core;
    const { id } = guildOf(interaction);
    const page = { plugins: plugins.list(id), slots: plugins.slots(id), from };
    await interaction.update(pluginListReply(page, await translator(interaction)));
  }
}
