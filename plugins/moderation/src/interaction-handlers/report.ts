import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import type { Report, ReportKey } from '../database/report-repository.ts';
import { actionQuestion } from '../replies/report-act-forms.ts';
import { isReportVerb, reportReply, type ReportVerb } from '../replies/report-reply.ts';

interface Press {
  readonly verb: ReportVerb;
  readonly number: number;
}

/** The buttons of a report: in the channel of the staff and in the queue. */
export class ReportHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'moderation.reports' });
  }

  override parse(interaction: ButtonInteraction) {
    const parsed = parseCustomId(interaction.customId);
    if (parsed?.plugin !== 'moderation' || parsed.handler !== 'report') return this.none();
    const [verb = '', number] = parsed.state.split(':');
    return isReportVerb(verb) ? this.some<Press>({ verb, number: Number(number) }) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, { verb, number }: Press): Promise<void> {
    const { reports } = this.container.moderation;
    const key = { guildId: interaction.guildId, number };
    if (verb === 'act') {
      await interaction.reply(actionQuestion(await reports.get(key)));
      return;
    }
    await interaction.deferUpdate();
    const changed = await this.#change(verb, key, interaction.user.id);
    await interaction.editReply(reportReply(changed, await reports.reporterOf(changed)));
  }

  #change(verb: Exclude<ReportVerb, 'act'>, key: ReportKey, handledBy: string): Promise<Report> {
    const { reports } = this.container.moderation;
    if (verb === 'claim') return reports.claim(key, handledBy);
    return reports.close(key, { outcome: verb === 'resolve' ? 'resolved' : 'dismissed', handledBy });
  }
}
