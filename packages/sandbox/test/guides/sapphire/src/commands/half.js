const { Command } = require('@sapphire/framework');

class HalfCommand extends Command {
  constructor(context, options) {
    super(context, { ...options, name: 'half', description: 'Halves an even number' });
  }

  async messageRun(message, args) {
    const number = await args.pick('even');
    await message.reply(`Half of ${number} is ${number / 2}.`);
  }
}

module.exports = { HalfCommand };
