import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { hostErrorReply } from '../replies/host-error-reply.ts';
import { OwnerHandler } from './owner-handler.ts';

/** Marks an error as resolved, or takes that back. */
export class HostErrorMarkHandler extends OwnerHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override async run(interaction: ButtonInteraction, state: string): Promise<void> {
    const { errors } = this.container.core;
    const [verb, fingerprint = ''] = state.split('.');
    await interaction.deferUpdate();
    await (verb === 'reopen' ? errors.reopen(fingerprint) : errors.resolve(fingerprint));
    await interaction.editReply(hostErrorReply(await errors.get(fingerprint)));
  }
}
