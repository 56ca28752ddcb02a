import { customId } from '@twi/sdk';
import { LabelBuilder, type Message, ModalBuilder, TextInputStyle } from 'discord.js';
import { MAX_REASON_LENGTH } from '../errors.ts';

/** What is left of a reason beside the preset and the link to the message. */
const LONGEST_WORDS = MAX_REASON_LENGTH - 250;

/** The form that asks why the author of a message is warned. */
export function warnAuthorForm({ id, author, channelId }: Message, presets: readonly string[]): ModalBuilder {
  const form = new ModalBuilder()
    .setCustomId(customId('moderation', 'warn-author', `${author.id}:${channelId}:${id}`))
    .setTitle(`Warn ${author.username}`);
  if (presets.length > 0) form.addLabelComponents(presetMenu(presets));
  return form.addLabelComponents(
    new LabelBuilder()
      .setLabel('Reason')
      .setDescription('They are told; the case links to the message')
      .setTextInputComponent((input) =>
        input
          .setCustomId('reason')
          .setStyle(TextInputStyle.Paragraph)
          .setMaxLength(LONGEST_WORDS)
          .setRequired(presets.length === 0),
      ),
  );
}

function presetMenu(presets: readonly string[]): LabelBuilder {
  return new LabelBuilder().setLabel('Usual reason').setStringSelectMenuComponent((menu) =>
    menu
      .setCustomId('preset')
      .setRequired(false)
      // Values of options must differ, so each has its place.
      .addOptions(presets.map((preset, index) => ({ label: preset, value: String(index) }))),
  );
}
