const { InteractionHandler, InteractionHandlerTypes } = require('@sapphire/framework');

class MenuHandler extends InteractionHandler {
  constructor(context, options) {
    super(context, { ...options, interactionHandlerType: InteractionHandlerTypes.SelectMenu });
  }

  parse(interaction) {
    return interaction.customId === 'survey-menu' ? this.some(interaction.values[0]) : this.none();
  }

  async run(interaction, value) {
    await interaction.update({ content: `You said: ${value}`, components: [] });
  }
}

module.exports = { MenuHandler };
