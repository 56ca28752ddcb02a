const { SlashCommandBuilder } = require('discord.js');

module.exports = {
  data: new SlashCommandBuilder().setName('fruits').setDescription('Reacts, and waits for a reaction.'),
  async execute(interaction) {
    const response = await interaction.reply({ content: 'React with a fruit!', withResponse: true });
    const { message } = response.resource;
    await message.react('🍎');
    await message.react('🍊');

    const collector = message.createReactionCollector({
      filter: (reaction, user) =>
        ['🍎', '🍊'].includes(reaction.emoji.name) && user.id === interaction.user.id,
      max: 2,
      time: 60_000,
    });
    collector.on('collect', async (reaction, user) => {
      await message.reply(`${user.username} reacted with ${reaction.emoji.name}, ${reaction.count} by now.`);
    });
    collector.on('end', async () => {
      await message.reactions.removeAll();
      await message.reply('Thank you.');
    });
  },
};
