import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { hostPluginsReply } from '../replies/host-plugins-reply.ts';
import { OwnerHandler } from './owner-handler.ts';

/** Turns the pages of `/host plugins`. */
export class HostPluginsPageHandler extends OwnerHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override async run(interaction: ButtonInteraction, from: string): Promise<void> {
    await interaction.update(hostPluginsReply(this.container.core.host.plugins(), from));
  }
}
