const { Command } = require('@sapphire/framework');
const { ApplicationIntegrationType, InteractionContextType, MessageFlags } = require('discord.js');

class PingCommand extends Command {
  constructor(context, options) {
    super(context, { ...options, name: 'ping', aliases: ['pong'], description: 'ping pong' });
  }

  registerApplicationCommands(registry) {
    registry.registerChatInputCommand((builder) =>
      builder
        .setName('ping')
        .setDescription('Ping bot to see if it is alive')
        .setContexts(InteractionContextType.Guild)
        .setIntegrationTypes(ApplicationIntegrationType.GuildInstall),
    );
  }

  async chatInputRun(interaction) {
    const callbackResponse = await interaction.reply({
      content: 'Ping?',
      withResponse: true,
      flags: MessageFlags.Ephemeral,
    });
    const msg = callbackResponse.resource.message;
    const diff = msg.createdTimestamp - interaction.createdTimestamp;
    return interaction.editReply(`Pong 🏓! (Round trip took: ${diff}ms.)`);
  }

  async messageRun(message) {
    const msg = await message.channel.send('Ping?');
    return msg.edit(`Pong from JavaScript! Time ${msg.createdTimestamp - message.createdTimestamp}ms.`);
  }
}

module.exports = { PingCommand };
