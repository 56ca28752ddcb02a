import { Command } from '@sapphire/framework';
import {
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { reasonQuestion } from '../replies/report-forms.ts';
import { reportSentReply } from '../replies/report-sent-reply.ts';
import { findReportedMessage, parseMessageLink } from '../reports/find-reported-message.ts';
import { isReportReason, REPORT_REASONS } from '../reports/report-reason.ts';
import { MAX_DETAILS_LENGTH } from '../reports/report-refusals.ts';

export class ReportCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Report a message to the staff of this server',
      // Who reported something anonymously must stand nowhere.
      discreet: true,
      example: '/report message:https://discord.com/channels/… reason:Spam or advertising',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addStringOption((option) =>
          option.setName('message').setDescription('The link of the message').setRequired(true),
        )
        .addStringOption((option) =>
          option
            .setName('reason')
            .setDescription('What is wrong with it')
            .setRequired(true)
            .addChoices(Object.entries(REPORT_REASONS).map(([value, name]) => ({ name, value }))),
        )
        .addBooleanOption((option) =>
          option
            .setName('anonymous')
            .setDescription('Whether the staff is not to learn who you are. Default: no'),
        )
        .addStringOption((option) =>
          option
            .setName('details')
            .setDescription('What the staff should know besides')
            .setMaxLength(MAX_DETAILS_LENGTH),
        ),
    );
    registry.registerContextMenuCommand((command) =>
      command.setName('Report message').setType(ApplicationCommandType.Message),
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guild, member, options } = interaction;
    const address = parseMessageLink(options.getString('message', true), guild.id);
    const reason = options.getString('reason', true);
    const report = await this.container.moderation.reports.submit({
      guild,
      reporter: member,
      message: await findReportedMessage(member, address),
      reason: isReportReason(reason) ? reason : 'other',
      details: options.getString('details') ?? undefined,
      isAnonymous: options.getBoolean('anonymous') ?? false,
    });
    const { flags: _flags, ...sent } = reportSentReply(report);
    await interaction.editReply(sent);
  }

  override async contextMenuRun(interaction: MessageContextMenuCommandInteraction<'cached'>): Promise<void> {
    const { channelId, targetId: messageId } = interaction;
    await interaction.reply(reasonQuestion({ channelId, messageId }));
  }
}
