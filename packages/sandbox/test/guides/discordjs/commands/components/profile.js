const {
  ActionRowBuilder,
  ModalBuilder,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} = require('discord.js');

module.exports = {
  data: new SlashCommandBuilder().setName('profile').setDescription('Opens a form.'),
  async execute(interaction) {
    const modal = new ModalBuilder()
      .setCustomId('profile')
      .setTitle('My profile')
      .addComponents(
        new ActionRowBuilder().addComponents(
          new TextInputBuilder()
            .setCustomId('color')
            .setLabel("What's your favorite color?")
            .setStyle(TextInputStyle.Short)
            .setMaxLength(10),
        ),
        new ActionRowBuilder().addComponents(
          new TextInputBuilder()
            .setCustomId('hobbies')
            .setLabel("What's some of your favorite hobbies?")
            .setStyle(TextInputStyle.Paragraph)
            .setValue('Reading')
            .setRequired(false),
        ),
      );
    await interaction.showModal(modal);
  },
};
