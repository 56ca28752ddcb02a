import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { ALL_GUILDS, syncedAllReply, syncedReply } from '../replies/host-sync-reply.ts';
import { OwnerHandler } from './owner-handler.ts';

/** The Send button of `/host sync`. */
export class HostSyncHandler extends OwnerHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override async run(interaction: ButtonInteraction, guildId: string): Promise<void> {
    const { commands } = this.container.core.host;
    await interaction.deferUpdate();
    await interaction.editReply(
      guildId === ALL_GUILDS
        ? syncedAllReply(await commands.reconcileAll())
        : syncedReply(await commands.reconcileGuild(guildId)),
    );
  }
}
