import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { StringSelectMenuInteraction } from 'discord.js';
import { decodeErrorPage } from '../error-page-state.ts';
import { hostErrorsReply } from '../replies/host-errors-reply.ts';
import { OwnerHandler } from './owner-handler.ts';

/** Marks the error that was chosen in `/host errors` as resolved. */
export class HostErrorResolveHandler extends OwnerHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu });
  }

  override async run(interaction: StringSelectMenuInteraction, state: string): Promise<void> {
    const { errors } = this.container.core;
    const page = decodeErrorPage(state);
    await interaction.deferUpdate();
    for (const fingerprint of interaction.values) await errors.resolve(fingerprint);
    await interaction.editReply(hostErrorsReply(await errors.list(page.filter), page));
  }
}
