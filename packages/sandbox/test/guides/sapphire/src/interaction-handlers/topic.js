const { InteractionHandler, InteractionHandlerTypes } = require('@sapphire/framework');

const TOPICS = ['Cats', 'Dogs', 'Capybaras'];

class TopicHandler extends InteractionHandler {
  constructor(context, options) {
    super(context, { ...options, interactionHandlerType: InteractionHandlerTypes.Autocomplete });
  }

  parse(interaction) {
    if (interaction.commandName !== 'survey') return this.none();
    const { value } = interaction.options.getFocused(true);
    return this.some(TOPICS.filter((topic) => topic.toLowerCase().startsWith(value.toLowerCase())));
  }

  async run(interaction, topics) {
    await interaction.respond(topics.map((name) => ({ name, value: name.toLowerCase() })));
  }
}

module.exports = { TopicHandler };
