const { Command } = require('@sapphire/framework');
const { ActionRowBuilder, ButtonBuilder, ButtonStyle, StringSelectMenuBuilder } = require('discord.js');

/** Its autocomplete, button, menu and form are answered by interaction handlers. */
class SurveyCommand extends Command {
  constructor(context, options) {
    super(context, { ...options, name: 'survey', description: 'Asks you something' });
  }

  registerApplicationCommands(registry) {
    registry.registerChatInputCommand((builder) =>
      builder
        .setName(this.name)
        .setDescription(this.description)
        .addStringOption((option) =>
          option.setName('topic').setDescription('About what').setRequired(true).setAutocomplete(true),
        ),
    );
  }

  async chatInputRun(interaction) {
    const button = new ButtonBuilder()
      .setCustomId('survey-write')
      .setLabel('Write')
      .setStyle(ButtonStyle.Primary);
    const menu = new StringSelectMenuBuilder()
      .setCustomId('survey-menu')
      .setPlaceholder('How do you like it?')
      .addOptions({ label: 'A lot', value: 'lot' }, { label: 'Not at all', value: 'none' });
    await interaction.reply({
      content: `What about ${interaction.options.getString('topic')}?`,
      components: [new ActionRowBuilder().addComponents(button), new ActionRowBuilder().addComponents(menu)],
    });
  }
}

module.exports = { SurveyCommand };
