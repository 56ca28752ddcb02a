const {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SlashCommandBuilder,
} = require('discord.js');

module.exports = {
  data: new SlashCommandBuilder().setName('counter').setDescription('Counts clicks.'),
  async execute(interaction) {
    const row = new ActionRowBuilder().addComponents(
      new ButtonBuilder().setCustomId('more').setLabel('More').setEmoji('➕').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId('stop').setLabel('Stop').setStyle(ButtonStyle.Danger),
      new ButtonBuilder().setLabel('Docs').setURL('https://discord.js.org').setStyle(ButtonStyle.Link),
    );
    const response = await interaction.reply({ content: '0', components: [row], withResponse: true });

    const collector = response.resource.message.createMessageComponentCollector({
      componentType: ComponentType.Button,
      time: 60_000,
    });
    let count = 0;
    collector.on('collect', async (i) => {
      if (i.user.id !== interaction.user.id) {
        await i.reply({ content: "These buttons aren't for you!", flags: MessageFlags.Ephemeral });
      } else if (i.customId === 'stop') {
        await i.deferUpdate();
        collector.stop();
      } else {
        count += 1;
        await i.update(String(count));
      }
    });
    collector.on('end', async (collected) => {
      await interaction.editReply({
        content: `Collected ${collected.size} interactions.`,
        components: [],
      });
    });
  },
};
