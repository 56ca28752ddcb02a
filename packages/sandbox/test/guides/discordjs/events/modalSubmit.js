const { Events, MessageFlags } = require('discord.js');

module.exports = {
  name: Events.InteractionCreate,
  async execute(interaction) {
    if (!interaction.isModalSubmit() || interaction.customId !== 'profile') return;
    const color = interaction.fields.getTextInputValue('color');
    const hobbies = interaction.fields.getTextInputValue('hobbies');
    await interaction.reply({
      content: `You like ${color}, and in your free time: ${hobbies}`,
      flags: MessageFlags.Ephemeral,
    });
  },
};
