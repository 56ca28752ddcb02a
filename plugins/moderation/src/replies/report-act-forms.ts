import { customId, DURATION_FORMAT, type EphemeralReply, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  userMention,
} from 'discord.js';
import { caseWords } from '../cases/case-type.ts';
import type { Report } from '../database/report-repository.ts';
import { MAX_REASON_LENGTH } from '../errors.ts';
import { REPORT_ACTIONS, type ReportAction } from '../reports/report-action.ts';
import { REPORT_REASONS } from '../reports/report-reason.ts';

/** Asks what is to be done to the author of a reported message. */
export function actionQuestion({ number, authorId }: Report): EphemeralReply {
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('moderation', 'report-action', `${number}`))
    .setPlaceholder('Choose what to do')
    .addOptions(
      Object.keys(REPORT_ACTIONS).map((value) => ({
        value,
        label: REPORT_ACTIONS[value as ReportAction].label,
      })),
    ); // -- Object.keys forgets the literals
  return reply.info(`What is to be done to ${userMention(authorId)} because of report #${number}?`, {
    ephemeral: true,
    components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)],
  });
}

/** Asks for what an action needs. */
export function actionForm({ number, reason }: Report, action: ReportAction): ModalBuilder {
  const why = new TextInputBuilder()
    .setCustomId('reason')
    .setStyle(TextInputStyle.Paragraph)
    .setMaxLength(MAX_REASON_LENGTH)
    .setRequired(true);
  // The words for anything else would say nothing to who is told them.
  if (reason !== 'other') why.setValue(REPORT_REASONS[reason]);
  const form = new ModalBuilder()
    .setCustomId(customId('moderation', 'report-action-form', `${number}:${action}`))
    .setTitle(`Report #${number}: ${caseWords(action).title}`)
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Reason')
        .setDescription('They are told, and the case keeps it')
        .setTextInputComponent(why),
    );
  const { takesDuration } = REPORT_ACTIONS[action];
  if (takesDuration === 'no') return form;
  const duration = new TextInputBuilder()
    .setCustomId('duration')
    .setStyle(TextInputStyle.Short)
    .setPlaceholder(DURATION_FORMAT.replaceAll('`', ''))
    .setRequired(takesDuration === 'required');
  return form.addLabelComponents(new LabelBuilder().setLabel('Duration').setTextInputComponent(duration));
}
