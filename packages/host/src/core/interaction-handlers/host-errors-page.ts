import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { decodeErrorPage } from '../error-page-state.ts';
import { hostErrorsReply } from '../replies/host-errors-reply.ts';
import { OwnerHandler } from './owner-handler.ts';

/** Turns the pages of `/host errors`. */
export class HostErrorsPageHandler extends OwnerHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override async run(interaction: ButtonInteraction, state: string): Promise<void> {
    const { filter, cursor } = decodeErrorPage(state);
    await interaction.deferUpdate();
    await interaction.editReply(
      hostErrorsReply(await this.container.core.errors.list(filter, cursor), filter),
    );
  }
}
