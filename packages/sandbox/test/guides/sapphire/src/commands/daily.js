const { BucketScope, Command } = require('@sapphire/framework');
const { PermissionFlagsBits } = require('discord.js');

/** What Sapphire checks by itself: where, with which permissions, how often. */
class DailyCommand extends Command {
  constructor(context, options) {
    super(context, {
      ...options,
      name: 'daily',
      description: 'Your reward',
      cooldownDelay: 60_000,
      cooldownLimit: 2,
      cooldownScope: BucketScope.User,
      runIn: ['GUILD_TEXT'],
      requiredClientPermissions: [PermissionFlagsBits.SendMessages],
    });
  }

  registerApplicationCommands(registry) {
    registry.registerChatInputCommand({ name: this.name, description: this.description });
  }

  async chatInputRun(interaction) {
    await interaction.reply('Here you are.');
  }
}

module.exports = { DailyCommand };
