import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { namesToIds } from '../automod/rules/names-to-ids.ts';
import { EXPRESSION, readCondition } from '../automod/rules/read-condition.ts';
import { readName } from '../commands/automod-shape.ts';
import { parseAutomodEdit } from '../replies/automod-edit-modal.ts';
import { automodRuleReply } from '../replies/automod-rule-reply.ts';

/** Takes the form of `/automod edit`. */
export class AutomodEditHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, {
      interactionHandlerType: InteractionHandlerTypes.ModalSubmit,
      node: 'moderation.automod',
    });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const number = parseAutomodEdit(interaction.customId);
    return number === undefined ? this.none() : this.some(number);
  }

  override async run(interaction: ModalSubmitInteraction<'cached'>, number: number): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const name = readName(interaction.fields.getTextInputValue('name'));
    const typed = interaction.fields.getTextInputValue('condition').trim();
    const condition =
      typed === '' ? undefined : readCondition(EXPRESSION, namesToIds(EXPRESSION, typed, interaction.guild));
    const edited = await this.container.moderation.automod.rules.edit(
      number,
      (rule) => ({ ...rule, name, definition: { ...rule.definition, ...(condition && { condition }) } }),
      interaction.member,
    );
    await interaction.editReply(automodRuleReply('Changed', edited));
  }
}
