import { Command } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import { reportQueueReply, statesOf } from '../replies/report-queue-reply.ts';
import { isReportState, REPORT_STATES } from '../reports/report-state.ts';

export class ReportsCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Go through the reports of members',
      node: 'moderation.reports',
      example: '/reports state:Open',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addStringOption((option) =>
          option
            .setName('state')
            .setDescription('Which reports. Default: those that are not closed')
            .addChoices(Object.entries(REPORT_STATES).map(([value, name]) => ({ name, value }))),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const typed = interaction.options.getString('state') ?? '';
    const state = isReportState(typed) ? typed : undefined;
    const { reports } = this.container.moderation;
    const page = await reports.list(interaction.guildId, statesOf(state));
    const [report] = page.rows;
    await interaction.editReply(reportQueueReply(page, state, report && (await reports.reporterOf(report))));
  }
}
