import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { guildOf } from '../guild-of.ts';
import { configHistoryReply } from '../replies/config-history-reply.ts';
import { CONFIG_NODE } from './config-handler.ts';

const STATE = /^(?<pluginId>[^/]+)\/(?<cursor>.+)$/;

/** Turns the pages of `/config history`. */
export class ConfigHistoryHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: CONFIG_NODE });
  }

  override parse(interaction: ButtonInteraction) {
    const { pluginId, cursor } = STATE.exec(parseCustomId(interaction.customId)?.state ?? '')?.groups ?? {};
    return pluginId && cursor ? this.some({ pluginId, cursor }) : this.none();
  }

  override async run(
    interaction: ButtonInteraction,
    { pluginId, cursor }: { readonly pluginId: string; readonly cursor: string },
  ): Promise<void> {
    const { config } = this.container.core;
    const target = config.target(pluginId);
    await interaction.deferUpdate();
    const history = await config.history(guildOf(interaction).id, target, cursor);
    await interaction.editReply(configHistoryReply(target, history));
  }
}
