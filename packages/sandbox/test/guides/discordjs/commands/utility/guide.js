const { SlashCommandBuilder } = require('discord.js');

module.exports = {
  data: new SlashCommandBuilder()
    .setName('guide')
    .setDescription('Search the guide!')
    .addStringOption((option) =>
      option.setName('query').setDescription('Phrase to search for').setAutocomplete(true).setRequired(true),
    ),
  async autocomplete(interaction) {
    const focusedValue = interaction.options.getFocused();
    const choices = ['Popular Topics: Threads', 'Sharding: Getting started', 'Library: Voice Connections'];
    const filtered = choices.filter((choice) => choice.startsWith(focusedValue));
    await interaction.respond(filtered.map((choice) => ({ name: choice, value: choice })));
  },
  async execute(interaction) {
    await interaction.reply(`You searched for ${interaction.options.getString('query')}`);
  },
};
