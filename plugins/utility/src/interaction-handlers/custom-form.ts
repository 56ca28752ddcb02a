import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { newNameOf, PLAIN_COMMAND, textOf } from '../commands/custom-options.ts';
import { type CustomForm, parseCustomForm } from '../replies/custom-form.ts';
import { customReply } from '../replies/custom-reply.ts';

/** Takes the forms of `/custom add` and `/custom edit`. */
export class CustomFormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit, node: 'utility.custom' });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const form = parseCustomForm(interaction.customId);
    return form ? this.some(form) : this.none();
  }

  override async run(interaction: ModalSubmitInteraction<'cached'>, form: CustomForm): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { customCommands } = this.container.utility;
    const { fields, guild, member } = interaction;
    const text = textOf(fields.getTextInputValue('text'));
    const prefix = await customCommands.prefixOf(guild);
    if (form.kind === 'edit') {
      const command = await customCommands.edit(form.number, (now) => ({ ...now, text }), member);
      await interaction.editReply(customReply({ verb: 'edit', command, prefix }));
      return;
    }
    const name = newNameOf(fields.getTextInputValue('name'));
    const command = { ...PLAIN_COMMAND, ...form.changes, name, text };
    await customCommands.add(command, member);
    await interaction.editReply(customReply({ verb: 'add', command, prefix }));
  }
}
