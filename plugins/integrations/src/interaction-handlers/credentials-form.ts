import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { reply } from '@twi/sdk';
import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { parseCredentialsForm } from '../replies/credentials-form.ts';
import { SERVICES, type ServiceId } from '../services/service.ts';

/** Takes the credentials that an administrator entered. */
export class CredentialsFormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, {
      interactionHandlerType: InteractionHandlerTypes.ModalSubmit,
      node: 'integrations.admin',
    });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const service = parseCredentialsForm(interaction.customId);
    return service ? this.some(service) : this.none();
  }

  override async run(interaction: ModalSubmitInteraction<'cached'>, service: ServiceId): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { name, fields } = SERVICES[service];
    const values = fields.map((_, index) => interaction.fields.getTextInputValue(String(index)));
    await this.container.integrations.credentials.set(interaction.member, service, values);
    await interaction.editReply(
      reply.success(`${name} is asked with the credentials of this server from now on.`),
    );
  }
}
