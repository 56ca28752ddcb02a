const {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  SlashCommandBuilder,
} = require('discord.js');

const PAGES = ['One', 'Two', 'Three'];

function render(page) {
  const embed = new EmbedBuilder()
    .setTitle(PAGES[page])
    .setFooter({ text: `Page ${page + 1} of ${PAGES.length}` });
  const row = new ActionRowBuilder().addComponents(
    new ButtonBuilder()
      .setCustomId('previous')
      .setLabel('Previous')
      .setStyle(ButtonStyle.Secondary)
      .setDisabled(page === 0),
    new ButtonBuilder()
      .setCustomId('next')
      .setLabel('Next')
      .setStyle(ButtonStyle.Secondary)
      .setDisabled(page === PAGES.length - 1),
  );
  return { embeds: [embed], components: [row] };
}

module.exports = {
  data: new SlashCommandBuilder().setName('pages').setDescription('Shows page by page.'),
  async execute(interaction) {
    let page = 0;
    await interaction.reply(render(page));
    const message = await interaction.fetchReply();
    const collector = message.createMessageComponentCollector({
      filter: (i) => i.user.id === interaction.user.id,
      idle: 60_000,
    });
    collector.on('collect', async (i) => {
      page += i.customId === 'next' ? 1 : -1;
      await i.update(render(page));
    });
  },
};
