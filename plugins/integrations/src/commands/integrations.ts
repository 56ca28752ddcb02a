import { Subcommand } from '@sapphire/plugin-subcommands';
import { MessageFlags } from 'discord.js';
import { credentialsForm } from '../replies/credentials-form.ts';
import { statusReply } from '../replies/status-reply.ts';
import { SERVICE_IDS, SERVICES } from '../services/service.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

/** Which services are set up, and with whose credentials. */
export class IntegrationsCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Set up services elsewhere for this server',
      example: '/integrations credentials service:Google',
      node: 'integrations.admin',
      subcommands: [
        { name: 'status', chatInputRun: 'status', node: 'integrations.admin' },
        { name: 'credentials', chatInputRun: 'credentials', node: 'integrations.admin' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((status) =>
          status
            .setName('status')
            .setDescription(
              'Show which services are set up and what is left of them, and remove credentials',
            ),
        )
        .addSubcommand((credentials) =>
          credentials
            .setName('credentials')
            .setDescription('Enter credentials of this server for a service')
            .addStringOption((service) =>
              service
                .setName('service')
                .setDescription('Which service')
                .setRequired(true)
                .addChoices(SERVICE_IDS.map((id) => ({ name: SERVICES[id].name, value: id }))),
            ),
        ),
    );
  }

  async status(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const statuses = await this.container.integrations.statuses.of(interaction.guildId);
    await interaction.editReply(statusReply(statuses));
  }

  async credentials(interaction: Invocation): Promise<void> {
    const chosen = interaction.options.getString('service', true);
    const service = SERVICE_IDS.find((id) => id === chosen);
    if (service) await interaction.showModal(credentialsForm(service));
  }
}
