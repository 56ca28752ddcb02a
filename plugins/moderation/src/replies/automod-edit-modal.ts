import { customId, parseCustomId } from '@twi/sdk';
import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import { BOUNDS } from '../automod/rules/bounds.ts';
import { writeExpression } from '../automod/rules/expression.ts';
import type { Rule } from '../automod/rules/rule.ts';

const HANDLER = 'automod-edit';
/** Discord's largest text of a form (Components Reference › Text Input). */
const LONGEST = 4_000;

/** The form in which a rule's name and condition are changed. */
export function automodEditModal({ number, name, definition }: Rule): ModalBuilder {
  const condition = writeExpression(definition.condition);
  return new ModalBuilder()
    .setCustomId(customId('moderation', HANDLER, String(number)))
    .setTitle(`Automod rule #${number}`)
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Name')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('name')
            .setStyle(TextInputStyle.Short)
            .setMaxLength(BOUNDS.nameLength)
            .setValue(name),
        ),
      new LabelBuilder()
        .setLabel('Condition')
        .setDescription('For example: links and not (role(@Mod) or channel(#ads))')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('condition')
            .setStyle(TextInputStyle.Paragraph)
            .setMaxLength(LONGEST)
            // What is longer than a form can hold is left empty, and then stays as it is.
            .setRequired(condition.length <= LONGEST)
            .setValue(condition.length <= LONGEST ? condition : ''),
        ),
    );
}

/** The number of the rule that a form changes, or `undefined` when it is another's form. */
export function parseAutomodEdit(id: string): number | undefined {
  const parsed = parseCustomId(id);
  return parsed?.plugin === 'moderation' && parsed.handler === HANDLER ? Number(parsed.state) : undefined;
}
