const { Command } = require('@sapphire/framework');

class SecretCommand extends Command {
  constructor(context, options) {
    super(context, {
      ...options,
      name: 'secret',
      description: 'For the owner alone',
      preconditions: ['OwnerOnly'],
    });
  }

  registerApplicationCommands(registry) {
    registry.registerChatInputCommand({ name: this.name, description: this.description });
  }

  async chatInputRun(interaction) {
    await interaction.reply('The treasure is below the tree.');
  }

  async messageRun(message) {
    await message.reply('The treasure is below the tree.');
  }
}

module.exports = { SecretCommand };
