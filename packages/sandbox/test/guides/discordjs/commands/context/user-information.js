const { ApplicationCommandType, ContextMenuCommandBuilder, MessageFlags } = require('discord.js');

module.exports = {
  data: new ContextMenuCommandBuilder().setName('User Information').setType(ApplicationCommandType.User),
  async execute(interaction) {
    const { targetUser, targetMember } = interaction;
    await interaction.reply({
      content: `${targetUser.username} is called ${targetMember.displayName} here.`,
      flags: MessageFlags.Ephemeral,
    });
  },
};
