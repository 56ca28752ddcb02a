const { ChannelType, SlashCommandBuilder, ThreadAutoArchiveDuration } = require('discord.js');

module.exports = {
  data: new SlashCommandBuilder().setName('thread').setDescription('Works with threads.'),
  async execute(interaction) {
    await interaction.deferReply();
    const thread = await interaction.channel.threads.create({
      name: 'food-talk',
      autoArchiveDuration: ThreadAutoArchiveDuration.OneHour,
      reason: 'Needed a separate thread for food',
    });
    await thread.members.add(interaction.user.id);
    await thread.send('Bon appétit!');
    const secret = await interaction.channel.threads.create({
      name: 'mod-talk',
      type: ChannelType.PrivateThread,
    });
    await secret.setName('staff-talk');
    await secret.setLocked(true);
    const { threads } = await interaction.guild.channels.fetchActiveThreads();
    const names = threads.map(({ name }) => name).toSorted();
    await thread.setArchived(true);
    await secret.delete();
    await interaction.editReply(`${names.join(', ')}; ${interaction.channel.threads.cache.size} left`);
    const reply = await interaction.fetchReply();
    await reply.startThread({ name: 'about this' });
  },
};
