import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import type { StringSelectMenuInteraction } from 'discord.js';
import { entryKey, helpListReply } from '../replies/help-list-reply.ts';

/** Shows the page of `/help` that begins with the chosen plugin. */
export class HelpPluginHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu, node: null });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    return this.some(interaction.values[0]);
  }

  override async run(interaction: StringSelectMenuInteraction, pluginId: string | undefined): Promise<void> {
    const entries = await this.container.core.help.entriesFor(interaction);
    const first = entries.find(({ plugin }) => plugin.id === pluginId);
    await interaction.update(helpListReply(entries, await translator(interaction), first && entryKey(first)));
  }
}
