import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator } from '@twi/sdk';
import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { actionReply } from '../replies/action-reply.ts';
import { isReportAction, REPORT_ACTIONS, type ReportAction } from '../reports/report-action.ts';

interface FilledForm {
  readonly number: number;
  readonly action: ReportAction;
}

/** Does to the author of a reported message what was chosen. */
export class ReportActionFormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, {
      interactionHandlerType: InteractionHandlerTypes.ModalSubmit,
      node: 'moderation.reports',
    });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const parsed = parseCustomId(interaction.customId);
    if (parsed?.plugin !== 'moderation' || parsed.handler !== 'report-action-form') return this.none();
    const [number, action = ''] = parsed.state.split(':');
    return isReportAction(action) ? this.some<FilledForm>({ number: Number(number), action }) : this.none();
  }

  override async run(
    interaction: ModalSubmitInteraction<'cached'>,
    { number, action }: FilledForm,
  ): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId, member, fields } = interaction;
    const takesDuration = REPORT_ACTIONS[action].takesDuration !== 'no';
    const done = await this.container.moderation.reportActs.act({
      key: { guildId, number },
      moderator: member,
      action,
      reason: fields.getTextInputValue('reason'),
      duration: takesDuration ? fields.getTextInputValue('duration') : undefined,
    });
    const durationMs =
      done.expiresAt === null ? undefined : done.expiresAt.getTime() - done.createdAt.getTime();
    await interaction.editReply(actionReply(done, await translator(interaction), durationMs));
  }
}
