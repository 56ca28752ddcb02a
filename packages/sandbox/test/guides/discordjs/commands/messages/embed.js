const { AttachmentBuilder, EmbedBuilder, SlashCommandBuilder } = require('discord.js');

module.exports = {
  data: new SlashCommandBuilder().setName('embed').setDescription('Sends an embed with a file.'),
  async execute(interaction) {
    const file = new AttachmentBuilder(Buffer.from('P1 1 1 0'), { name: 'picture.png' });
    const embed = new EmbedBuilder()
      .setColor(0x00_99_ff)
      .setTitle('Some title')
      .setURL('https://discord.js.org/')
      .setAuthor({ name: interaction.user.username, iconURL: interaction.user.displayAvatarURL() })
      .setDescription('Some description here')
      .addFields(
        { name: 'Regular field title', value: 'Some value here' },
        { name: 'Inline field title', value: 'Some value here', inline: true },
      )
      .setImage('attachment://picture.png')
      .setTimestamp()
      .setFooter({ text: 'Some footer text here' });
    await interaction.reply({ embeds: [embed], files: [file] });
    const received = (await interaction.fetchReply()).embeds[0];
    await interaction.followUp({
      embeds: [EmbedBuilder.from(received).setTitle('Another title').setImage(null)],
    });
  },
};
