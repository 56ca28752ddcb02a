const { MessageFlags, SlashCommandBuilder } = require('discord.js');
const wait = require('node:timers/promises').setTimeout;

module.exports = {
  data: new SlashCommandBuilder().setName('answers').setDescription('Answers in every way.'),
  async execute(interaction) {
    await interaction.deferReply();
    await wait(50);
    await interaction.editReply('Pong!');
    await interaction.followUp({ content: 'Secret pong!', flags: MessageFlags.Ephemeral });
    const extra = await interaction.followUp('Pong again!');
    await interaction.webhook.editMessage(extra.id, 'Pong again, edited!');
    const surplus = await interaction.followUp('Too much');
    await interaction.deleteReply(surplus);
    const message = await interaction.fetchReply();
    await interaction.editReply(`${message.content} Fetched.`);
  },
};
