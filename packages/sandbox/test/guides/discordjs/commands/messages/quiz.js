const { SlashCommandBuilder } = require('discord.js');

const QUIZ = { question: 'What color is the sky?', answers: ['blue'] };

module.exports = {
  data: new SlashCommandBuilder().setName('quiz').setDescription('Waits for the right answer.'),
  async execute(interaction) {
    const collectorFilter = (message) =>
      QUIZ.answers.some((answer) => answer.toLowerCase() === message.content.toLowerCase());
    await interaction.reply(QUIZ.question);
    try {
      const collected = await interaction.channel.awaitMessages({
        filter: collectorFilter,
        max: 1,
        time: 30_000,
        errors: ['time'],
      });
      await interaction.followUp(`${collected.first().author} got the correct answer!`);
    } catch {
      await interaction.followUp('Looks like nobody got the answer this time.');
    }
  },
};
