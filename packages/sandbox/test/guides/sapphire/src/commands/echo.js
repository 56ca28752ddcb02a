const { Command } = require('@sapphire/framework');

class EchoCommand extends Command {
  constructor(context, options) {
    super(context, {
      ...options,
      name: 'echo',
      aliases: ['say'],
      description: 'Repeats, as often as you like',
      flags: ['loud'],
      options: ['times'],
    });
  }

  async messageRun(message, args) {
    const times = Number(args.getOption('times') ?? 1);
    const text = await args.rest('string');
    const words = args.getFlags('loud') ? text.toUpperCase() : text;
    await message.reply(Array.from({ length: times }, () => words).join(' '));
  }
}

module.exports = { EchoCommand };
