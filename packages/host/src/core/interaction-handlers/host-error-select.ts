import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { StringSelectMenuInteraction } from 'discord.js';
import { hostErrorReply } from '../replies/host-error-reply.ts';
import { OwnerHandler } from './owner-handler.ts';

/** Shows the error that was chosen in `/host errors`. */
export class HostErrorSelectHandler extends OwnerHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu, node: null });
  }

  override async run(interaction: StringSelectMenuInteraction): Promise<void> {
    const [fingerprint = ''] = interaction.values;
    await interaction.deferUpdate();
    await interaction.editReply(hostErrorReply(await this.container.core.errors.get(fingerprint)));
  }
}
