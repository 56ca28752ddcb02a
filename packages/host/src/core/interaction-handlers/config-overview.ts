import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { guildOf } from '../guild-of.ts';
import { configOverviewReply } from '../replies/config-show-reply.ts';
import { CONFIG_NODE } from './config-handler.ts';

/** Turns the pages of the overview of all settings. */
export class ConfigOverviewHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: CONFIG_NODE });
  }

  override parse(interaction: ButtonInteraction) {
    return this.some(parseCustomId(interaction.customId)?.state);
  }

  override async run(interaction: ButtonInteraction, from: string | undefined): Promise<void> {
    const overview = await this.container.core.config.overview(guildOf(interaction).id);
    await interaction.update(configOverviewReply(overview, from));
  }
}
