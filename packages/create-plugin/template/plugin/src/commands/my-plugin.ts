import { Command } from '@sapphire/framework';
import { snowflake, UserError } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { scoreReply } from '../replies/score-reply.ts';

/** Discord's limit (Interactions › Application Commands › Autocomplete). */
const MOST_CHOICES = 25;

export class MyPluginCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Show the points of a member',
      node: 'my-plugin.view',
      example: '/my-plugin member:alice',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addStringOption((option) =>
          option.setName('member').setDescription('Whose points; yours without it').setAutocomplete(true),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const userId = interaction.options.getString('member') ?? interaction.user.id;
    // People may type over the suggestions.
    if (!snowflake.safeParse(userId).success)
      throw new UserError({
        identifier: 'my-plugin.member-unknown',
        message: 'Choose a **member** from the suggestions, or give the id of one.',
      });
    const points = await this.container['my-plugin'].pointsOf(interaction.guildId, userId);
    await interaction.editReply(scoreReply(userId, points));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const typed = interaction.options.getFocused().toLowerCase();
    const leaders = await this.container['my-plugin'].leaders(interaction.guildId, MOST_CHOICES);
    const choices = leaders.map(({ userId, points }) => {
      const name = interaction.client.users.cache.get(userId)?.username ?? userId;
      return { name: `${name} (${points})`, value: userId };
    });
    await interaction.respond(choices.filter(({ name }) => name.toLowerCase().includes(typed)));
  }
}
