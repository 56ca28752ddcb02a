const { Command } = require('@sapphire/framework');
const { ApplicationCommandType, MessageFlags } = require('discord.js');

class IdCommand extends Command {
  constructor(context, options) {
    super(context, { ...options, name: 'id', description: 'Tells ids' });
  }

  registerApplicationCommands(registry) {
    registry
      .registerContextMenuCommand((builder) =>
        builder.setName('User id').setType(ApplicationCommandType.User),
      )
      .registerContextMenuCommand((builder) =>
        builder.setName('Message id').setType(ApplicationCommandType.Message),
      );
  }

  async contextMenuRun(interaction) {
    const what = interaction.isUserContextMenuCommand() ? 'user' : 'message';
    await interaction.reply({ content: `${what} ${interaction.targetId}`, flags: MessageFlags.Ephemeral });
  }
}

module.exports = { IdCommand };
