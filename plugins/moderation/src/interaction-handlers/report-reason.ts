import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { StringSelectMenuInteraction } from 'discord.js';
import { reportForm } from '../replies/report-forms.ts';
import type { MessageAddress } from '../reports/find-reported-message.ts';
import { isReportReason } from '../reports/report-reason.ts';

/** Takes the reason of "Report message", and asks for the rest. */
export class ReportReasonHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    const interactionHandlerType = InteractionHandlerTypes.SelectMenu;
    super(context, { interactionHandlerType, node: null, discreet: true });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    const parsed = parseCustomId(interaction.customId);
    if (parsed?.plugin !== 'moderation' || parsed.handler !== 'report-reason') return this.none();
    const [channelId = '', messageId = ''] = parsed.state.split(':');
    return this.some<MessageAddress>({ channelId, messageId });
  }

  override async run(
    interaction: StringSelectMenuInteraction<'cached'>,
    address: MessageAddress,
  ): Promise<void> {
    const reason = interaction.values.find(isReportReason);
    if (reason) await interaction.showModal(reportForm(address, reason));
  }
}
