const { InteractionHandler, InteractionHandlerTypes } = require('@sapphire/framework');

class FormHandler extends InteractionHandler {
  constructor(context, options) {
    super(context, { ...options, interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  parse(interaction) {
    if (interaction.customId !== 'survey-form') return this.none();
    return this.some(interaction.fields.getTextInputValue('opinion'));
  }

  async run(interaction, opinion) {
    await interaction.reply(`Somebody thinks: ${opinion}`);
  }
}

module.exports = { FormHandler };
