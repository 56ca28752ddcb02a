import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { ANONYMOUS } from '../replies/report-forms.ts';
import { reportSentReply } from '../replies/report-sent-reply.ts';
import { findReportedMessage, type MessageAddress } from '../reports/find-reported-message.ts';
import { isReportReason, type ReportReason } from '../reports/report-reason.ts';

interface FilledForm extends MessageAddress {
  readonly reason: ReportReason;
}

/** Takes the report of "Report message". */
export class ReportFormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    const interactionHandlerType = InteractionHandlerTypes.ModalSubmit;
    super(context, { interactionHandlerType, node: null, discreet: true });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const parsed = parseCustomId(interaction.customId);
    if (parsed?.plugin !== 'moderation' || parsed.handler !== 'report-form') return this.none();
    const [channelId = '', messageId = '', reason = ''] = parsed.state.split(':');
    return isReportReason(reason) ? this.some<FilledForm>({ channelId, messageId, reason }) : this.none();
  }

  override async run(
    interaction: ModalSubmitInteraction<'cached'>,
    { reason, ...address }: FilledForm,
  ): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guild, member, fields } = interaction;
    const report = await this.container.moderation.reports.submit({
      guild,
      reporter: member,
      message: await findReportedMessage(member, address),
      reason,
      details: fields.getTextInputValue('details'),
      isAnonymous: fields.getStringSelectValues('name').includes(ANONYMOUS),
    });
    const { flags: _flags, ...sent } = reportSentReply(report);
    await interaction.editReply(sent);
  }
}
