import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { StringSelectMenuInteraction } from 'discord.js';
import { showDirectory } from '../commands/show-directory.ts';
import { ALL } from '../replies/directory-reply.ts';

/** Shows the links to the site that was picked below `/creator-link browse`. */
export class PickPlatformHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu, node: null });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    const id = parseCustomId(interaction.customId);
    const isOurs = id?.plugin === 'creator-links' && id.handler === 'pick-platform';
    return isOurs ? this.some(interaction.values[0] ?? ALL) : this.none();
  }

  override async run(interaction: StringSelectMenuInteraction<'cached'>, picked: string): Promise<void> {
    await interaction.deferUpdate();
    const platform = picked === ALL ? undefined : picked;
    await showDirectory(interaction, this.container['creator-links'], { platform });
  }
}
