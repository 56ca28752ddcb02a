import { BucketScope } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { UserError } from '@twi/sdk';
import { MessageFlags } from 'discord.js';
import { notConfirmed } from '../errors.ts';
import { erasurePlanReply } from '../replies/erasure-plan-reply.ts';
import { deliverExport } from '../deliver-export.ts';

const { Ephemeral } = MessageFlags;
/** Export and erasure read whole tables. */
const COOLDOWN_MS = 600_000;
const USES = 5;
const CONFIRMATION = 'erase';

type Interaction = Subcommand.ChatInputCommandInteraction;

/** What everybody may do about what is kept of them, in servers and in direct messages. */
export class PrivacyCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'What this bot keeps about you: get a copy, or have it erased.',
      example: '/privacy export',
      cooldownDelay: COOLDOWN_MS,
      cooldownLimit: USES,
      cooldownScope: BucketScope.User,
      subcommands: [
        { name: 'export', chatInputRun: 'exportData' },
        { name: 'erase', chatInputRun: 'askToErase' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((sub) =>
          sub.setName('export').setDescription('Sends you everything that is kept about you, as a file.'),
        )
        .addSubcommand((sub) =>
          sub
            .setName('erase')
            .setDescription('Erases what is kept about you; shows first what goes and what stays.')
            .addStringOption((option) =>
              option
                .setName('confirm')
                .setDescription('Type “erase”. You see what would happen, and are asked once more')
                .setRequired(true),
            ),
        ),
    );
  }

  async exportData(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: Ephemeral });
    const files = await this.container.core.privacy.export(interaction.user.id);
    await deliverExport(interaction, files);
  }

  async askToErase(interaction: Interaction): Promise<void> {
    const typed = interaction.options.getString('confirm', true).trim().toLowerCase();
    if (typed !== CONFIRMATION) throw new UserError(notConfirmed());
    await interaction.deferReply({ flags: Ephemeral });
    const { user } = interaction;
    const { flags: _flags, ...question } = erasurePlanReply(
      await this.container.core.privacy.planErasure(user.id),
      user.id,
    );
    await interaction.editReply(question);
  }
}
