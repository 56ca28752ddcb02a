const {
  LabelBuilder,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} = require('discord.js');

module.exports = {
  data: new SlashCommandBuilder().setName('feedback').setDescription('Awaits a form.'),
  async execute(interaction) {
    const rating = new LabelBuilder()
      .setLabel('How was it?')
      .setStringSelectMenuComponent(
        new StringSelectMenuBuilder()
          .setCustomId('rating')
          .addOptions({ label: 'Good', value: 'good' }, { label: 'Bad', value: 'bad' }),
      );
    const words = new LabelBuilder()
      .setLabel('In your words')
      .setDescription('As many as you like')
      .setTextInputComponent(
        new TextInputBuilder().setCustomId('words').setStyle(TextInputStyle.Paragraph).setRequired(false),
      );
    await interaction.showModal(
      new ModalBuilder().setCustomId('feedback').setTitle('Feedback').addLabelComponents(rating, words),
    );

    const submission = await interaction.awaitModalSubmit({
      filter: (i) => i.customId === 'feedback' && i.user.id === interaction.user.id,
      time: 60_000,
    });
    const [value] = submission.fields.getStringSelectValues('rating');
    await submission.deferReply();
    await submission.editReply(`${value}: ${submission.fields.getTextInputValue('words') || 'no words'}`);
  },
};
