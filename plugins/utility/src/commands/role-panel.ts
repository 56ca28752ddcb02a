import { Command } from '@sapphire/framework';
import { reply, UserError } from '@twi/sdk';
import { type AutocompleteInteraction, channelMention, ChannelType, MessageFlags } from 'discord.js';
import { noSuchCategory } from '../roles/role-errors.ts';
import { LONGEST_NAME } from '../roles/self-role.ts';
import { namesOf, suggestNames } from './role-names.ts';

const CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

export class RolePanelCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Post menus in which members choose roles',
      node: 'utility.roles',
      example: '/role-panel channel:#welcome category:Pronouns',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addChannelOption((option) =>
          option
            .setName('channel')
            .setDescription('Where to post it')
            .addChannelTypes(...CHANNELS)
            .setRequired(true),
        )
        .addStringOption((option) =>
          option
            .setName('category')
            .setDescription('Only the roles of this category; all by default')
            .setMaxLength(LONGEST_NAME)
            .setAutocomplete(true),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const channel = interaction.options.getChannel('channel', true, CHANNELS);
    const { url } = await this.container.utility.rolePanels.post(
      { channel, category: await this.#category(interaction) },
      interaction.member,
    );
    await interaction.editReply(
      reply.success(
        `Posted in ${channelMention(channel.id)}: ${url}\nIt follows when you change roles with \`/role-admin\`.`,
      ),
    );
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const roles = await this.container.utility.roles.list(interaction.guildId);
    await interaction.respond(suggestNames(namesOf(roles, 'category'), interaction.options.getFocused()));
  }

  async #category({ options, guildId }: Command.ChatInputCommandInteraction<'cached'>) {
    const typed = options.getString('category')?.trim();
    if (!typed) return undefined;
    const known = namesOf(await this.container.utility.roles.list(guildId), 'category');
    const found = known.find((name) => name.toLowerCase() === typed.toLowerCase());
    if (!found) throw new UserError(noSuchCategory(typed, known));
    return found;
  }
}
