import { Subcommand } from '@sapphire/plugin-subcommands';
import { reply } from '@twi/sdk';
import type { AutocompleteInteraction } from 'discord.js';
import { quoteReply } from '../replies/quote-reply.ts';

const LONGEST_QUOTE = 1_000;
/** Discord's limits (Interactions › Application Commands). */
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

type Interaction = Subcommand.ChatInputCommandInteraction<'cached'>;

export class QuoteCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'The quote book of this server',
      example: '/quote show quote:hello',
      subcommands: [
        { name: 'add', chatInputRun: 'add', node: 'quotes.add' },
        { name: 'show', chatInputRun: 'show' },
        { name: 'random', chatInputRun: 'random' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((add) =>
          add
            .setName('add')
            .setDescription('Write down what somebody said')
            .addUserOption((option) => option.setName('user').setDescription('Who said it').setRequired(true))
            .addStringOption((option) =>
              option
                .setName('text')
                .setDescription('What they said')
                .setMaxLength(LONGEST_QUOTE)
                .setRequired(true),
            ),
        )
        .addSubcommand((show) =>
          show
            .setName('show')
            .setDescription('Show a quote')
            .addStringOption((option) =>
              option
                .setName('quote')
                .setDescription('Words of the quote')
                .setRequired(true)
                .setAutocomplete(true),
            ),
        )
        .addSubcommand((random) => random.setName('random').setDescription('Show any quote')),
    );
  }

  async add(interaction: Interaction): Promise<void> {
    const { guildId, options, user } = interaction;
    await interaction.deferReply();
    await this.container.quotes.add({
      guildId,
      authorId: options.getUser('user', true).id,
      addedBy: user.id,
      text: options.getString('text', true),
    });
    await interaction.editReply(reply.success('Written down.'));
  }

  async show(interaction: Interaction): Promise<void> {
    await interaction.deferReply();
    const id = interaction.options.getString('quote', true);
    await interaction.editReply(quoteReply(await this.container.quotes.get(interaction.guildId, id)));
  }

  async random(interaction: Interaction): Promise<void> {
    await interaction.deferReply();
    await interaction.editReply(quoteReply(await this.container.quotes.random(interaction.guildId)));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const typed = interaction.options.getFocused();
    const found = await this.container.quotes.search(interaction.guildId, typed, MOST_CHOICES);
    await interaction.respond(
      found.map(({ id, text }) => ({ name: text.slice(0, LONGEST_CHOICE), value: id })),
    );
  }
}
