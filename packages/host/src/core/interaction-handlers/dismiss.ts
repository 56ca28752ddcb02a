import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { reply, translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';

/** The Cancel button of a question. */
export class DismissHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse() {
    return this.some();
  }

  override async run(interaction: ButtonInteraction): Promise<void> {
    const t = await translator(interaction);
    await interaction.update(reply.info(t('core:buttons.unchanged')));
  }
}
