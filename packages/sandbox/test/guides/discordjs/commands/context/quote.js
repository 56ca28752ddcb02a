const { ApplicationCommandType, ContextMenuCommandBuilder } = require('discord.js');

module.exports = {
  data: new ContextMenuCommandBuilder().setName('Quote').setType(ApplicationCommandType.Message),
  async execute(interaction) {
    const { targetMessage } = interaction;
    await interaction.reply(`> ${targetMessage.content}\n— ${targetMessage.author.username}`);
  },
};
