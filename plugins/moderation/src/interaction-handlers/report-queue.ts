import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { reportQueueReply, statesOf } from '../replies/report-queue-reply.ts';
import { isReportState, type ReportState } from '../reports/report-state.ts';

interface QueuePlace {
  readonly cursor: string;
  readonly state: ReportState | undefined;
}

/** Turns the pages of `/reports`. */
export class ReportQueueHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'moderation.reports' });
  }

  override parse(interaction: ButtonInteraction) {
    const parsed = parseCustomId(interaction.customId);
    if (parsed?.plugin !== 'moderation' || parsed.handler !== 'report-queue') return this.none();
    const [cursor = '', state = ''] = parsed.state.split(':');
    return this.some<QueuePlace>({ cursor, state: isReportState(state) ? state : undefined });
  }

  override async run(interaction: ButtonInteraction<'cached'>, { cursor, state }: QueuePlace): Promise<void> {
    await interaction.deferUpdate();
    const { reports } = this.container.moderation;
    const page = await reports.list(interaction.guildId, statesOf(state), cursor);
    const [report] = page.rows;
    await interaction.editReply(reportQueueReply(page, state, report && (await reports.reporterOf(report))));
  }
}
