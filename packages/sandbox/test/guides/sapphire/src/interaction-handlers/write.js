const { InteractionHandler, InteractionHandlerTypes } = require('@sapphire/framework');
const { ActionRowBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } = require('discord.js');

class WriteHandler extends InteractionHandler {
  constructor(context, options) {
    super(context, { ...options, interactionHandlerType: InteractionHandlerTypes.Button });
  }

  parse(interaction) {
    return interaction.customId === 'survey-write' ? this.some() : this.none();
  }

  async run(interaction) {
    const text = new TextInputBuilder()
      .setCustomId('opinion')
      .setLabel('Your opinion')
      .setStyle(TextInputStyle.Short);
    await interaction.showModal(
      new ModalBuilder()
        .setCustomId('survey-form')
        .setTitle('Survey')
        .addComponents(new ActionRowBuilder().addComponents(text)),
    );
  }
}

module.exports = { WriteHandler };
