const { Events, Listener } = require('@sapphire/framework');

class WelcomeListener extends Listener {
  constructor(context, options) {
    super(context, { ...options, event: Events.GuildMemberAdd });
  }

  async run(member) {
    const channel = member.guild.channels.cache.find(({ name }) => name === 'general');
    await channel.send(`Welcome, ${member}!`);
  }
}

module.exports = { WelcomeListener };
