import { customId, type EphemeralReply, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { MessageAddress } from '../reports/find-reported-message.ts';
import { REPORT_REASONS, type ReportReason } from '../reports/report-reason.ts';
import { MAX_DETAILS_LENGTH } from '../reports/report-refusals.ts';

/** What the menu about the reporter's name answers. */
export const ANONYMOUS = 'anonymous';

/** Asks what is wrong with a message. */
export function reasonQuestion({ channelId, messageId }: MessageAddress): EphemeralReply {
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('moderation', 'report-reason', `${channelId}:${messageId}`))
    .setPlaceholder('Choose a reason')
    .addOptions(Object.entries(REPORT_REASONS).map(([value, label]) => ({ value, label })));
  return reply.info('What is wrong with the message? Only the staff of this server will see your report.', {
    ephemeral: true,
    components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)],
  });
}

/** Asks for what the staff should know besides. */
export function reportForm({ channelId, messageId }: MessageAddress, reason: ReportReason): ModalBuilder {
  const details = new TextInputBuilder()
    .setCustomId('details')
    .setStyle(TextInputStyle.Paragraph)
    .setMaxLength(MAX_DETAILS_LENGTH)
    .setRequired(false);
  const name = new StringSelectMenuBuilder()
    .setCustomId('name')
    .addOptions(
      { value: 'shown', label: 'The staff sees who I am', default: true },
      { value: ANONYMOUS, label: 'Report anonymously' },
    );
  return new ModalBuilder()
    .setCustomId(customId('moderation', 'report-form', `${channelId}:${messageId}:${reason}`))
    .setTitle('Report message')
    .addLabelComponents(
      new LabelBuilder().setLabel('What should the staff know?').setTextInputComponent(details),
      new LabelBuilder().setLabel('Your name').setStringSelectMenuComponent(name),
    );
}
