const { Command, Resolvers } = require('@sapphire/framework');

/** Reads one argument of every kind that Discord knows. */
class GiveCommand extends Command {
  constructor(context, options) {
    super(context, { ...options, name: 'give', description: 'Gives somebody something' });
  }

  async messageRun(message, args) {
    const member = await args.pick('member');
    const count = await args.pick('integer', { minimum: 1, maximum: 10 });
    const role = await args.pick('role');
    const channel = await args.pick('guildTextChannel').catch(() => message.channel);
    const wrapped = await args.pick('boolean').catch(() => false);
    const link = Resolvers.resolveHyperlink('https://sapphirejs.dev');
    await message.reply(
      `${member.displayName} gets ${count} of ${role.name} in #${channel.name}, ${wrapped ? 'wrapped' : 'bare'} (${link.unwrap().hostname})`,
    );
  }
}

module.exports = { GiveCommand };
