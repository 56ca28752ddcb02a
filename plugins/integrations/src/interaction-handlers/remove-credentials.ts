import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { serviceIn } from '../replies/credentials-form.ts';
import { statusReply } from '../replies/status-reply.ts';
import type { ServiceId } from '../services/service.ts';

/** Removes the credentials of a server for a service, and shows what is left. */
export class RemoveCredentialsHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'integrations.admin' });
  }

  override parse(interaction: ButtonInteraction) {
    const service = serviceIn(interaction.customId, 'remove-credentials');
    return service ? this.some(service) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, service: ServiceId): Promise<void> {
    await interaction.deferUpdate();
    const { credentials, statuses } = this.container.integrations;
    await credentials.remove(interaction.member, service);
    await interaction.editReply(statusReply(await statuses.of(interaction.guildId)));
  }
}
