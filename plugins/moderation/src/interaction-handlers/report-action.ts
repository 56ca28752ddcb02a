import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { StringSelectMenuInteraction } from 'discord.js';
import { actionForm } from '../replies/report-act-forms.ts';
import { isReportAction } from '../reports/report-action.ts';

/** Takes the choice of what to do because of a report, and asks for what it needs. */
export class ReportActionHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, {
      interactionHandlerType: InteractionHandlerTypes.SelectMenu,
      node: 'moderation.reports',
    });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    const parsed = parseCustomId(interaction.customId);
    if (parsed?.plugin !== 'moderation' || parsed.handler !== 'report-action') return this.none();
    return this.some(Number(parsed.state));
  }

  override async run(interaction: StringSelectMenuInteraction<'cached'>, number: number): Promise<void> {
    const { reports, reportActs } = this.container.moderation;
    const action = interaction.values.find(isReportAction);
    if (!action) return;
    await reportActs.assertAllowed(interaction.member, action);
    await interaction.showModal(
      actionForm(await reports.get({ guildId: interaction.guildId, number }), action),
    );
  }
}
