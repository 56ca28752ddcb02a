const { Command } = require('@sapphire/framework');
const { PermissionFlagsBits } = require('discord.js');

class CleanCommand extends Command {
  constructor(context, options) {
    super(context, {
      ...options,
      name: 'clean',
      description: 'Removes messages',
      requiredUserPermissions: [PermissionFlagsBits.ManageMessages],
      requiredClientPermissions: [PermissionFlagsBits.ManageMessages],
    });
  }

  async messageRun(message, args) {
    const count = await args.pick('integer', { maximum: 100 });
    const deleted = await message.channel.bulkDelete(count, true);
    await message.channel.send(`${deleted.size} are gone.`);
  }
}

module.exports = { CleanCommand };
