const { Events, Listener } = require('@sapphire/framework');
const { MessageFlags } = require('discord.js');

function deniedOf(event) {
  return class extends Listener {
    constructor(context, options) {
      super(context, { ...options, event, name: event });
    }

    run(error, payload) {
      const { interaction, message } = payload;
      return interaction
        ? interaction.reply({ content: error.message, flags: MessageFlags.Ephemeral })
        : message.reply(error.message);
    }
  };
}

module.exports = {
  ChatInputCommandDenied: deniedOf(Events.ChatInputCommandDenied),
  ChatInputSubcommandDenied: deniedOf('chatInputSubcommandDenied'),
  MessageCommandDenied: deniedOf(Events.MessageCommandDenied),
  MessageCommandError: deniedOf(Events.MessageCommandError),
};
