const { Events, Listener } = require('@sapphire/framework');

class MentionedListener extends Listener {
  constructor(context, options) {
    super(context, { ...options, event: Events.MentionPrefixOnly });
  }

  async run(message) {
    const prefix = await this.container.client.fetchPrefix(message);
    await message.reply(`My prefix is ${String(prefix)}`);
  }
}

module.exports = { MentionedListener };
