import { Subcommand } from '@sapphire/plugin-subcommands';
import {
  ApplicationCommandType,
  type AutocompleteInteraction,
  MessageFlags,
  type UserContextMenuCommandInteraction,
} from 'discord.js';
import { isAgeRestricted } from '@twi/sdk';
import { changeLink } from './change-link.ts';
import { addCreatorLinkSubcommands } from './creator-link-options.ts';
import { showDirectory } from './show-directory.ts';
import { showProfile } from './show-profile.ts';
import { suggestLinks } from './suggest-links.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

/** Where the creators of a guild are found elsewhere. */
export class CreatorLinkCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Where the creators of this server are found elsewhere',
      text: true,
      example: '/creator-link add title:Patreon url:https://www.patreon.com/somebody',
      subcommands: [
        { name: 'get', chatInputRun: 'get' },
        { name: 'add', chatInputRun: 'add', node: 'creator-links.own' },
        { name: 'edit', chatInputRun: 'edit', node: 'creator-links.own' },
        { name: 'remove', chatInputRun: 'remove', node: 'creator-links.own' },
        { name: 'restore', chatInputRun: 'restore', node: 'creator-links.own' },
        { name: 'browse', chatInputRun: 'browse' },
        { name: 'search', chatInputRun: 'search' },
        { name: 'verify', chatInputRun: 'verify', node: 'creator-links.manage' },
        { name: 'hide', chatInputRun: 'hide', node: 'creator-links.manage' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      addCreatorLinkSubcommands(command.setName(this.name).setDescription(this.description)),
    );
    registry.registerContextMenuCommand((command) =>
      command.setName('Creator links').setType(ApplicationCommandType.User),
    );
  }

  async get(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const user = interaction.options.getUser('user') ?? interaction.user;
    await showProfile(interaction, this.container['creator-links'], { userId: user.id, audience: 'guild' });
  }

  override async contextMenuRun(interaction: UserContextMenuCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { targetId } = interaction;
    await showProfile(interaction, this.container['creator-links'], { userId: targetId, audience: 'person' });
  }

  async add(interaction: Invocation): Promise<void> {
    await changeLink(interaction, this.container['creator-links'], 'add');
  }

  async edit(interaction: Invocation): Promise<void> {
    await changeLink(interaction, this.container['creator-links'], 'edit');
  }

  async remove(interaction: Invocation): Promise<void> {
    await changeLink(interaction, this.container['creator-links'], 'remove');
  }

  async restore(interaction: Invocation): Promise<void> {
    await changeLink(interaction, this.container['creator-links'], 'restore');
  }

  async browse(interaction: Invocation): Promise<void> {
    const platform = interaction.options.getString('platform') ?? undefined;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await showDirectory(interaction, this.container['creator-links'], { platform });
  }

  async search(interaction: Invocation): Promise<void> {
    const query = interaction.options.getString('query', true);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await showDirectory(interaction, this.container['creator-links'], { query });
  }

  async verify(interaction: Invocation): Promise<void> {
    await changeLink(interaction, this.container['creator-links'], 'verify');
  }

  async hide(interaction: Invocation): Promise<void> {
    await changeLink(interaction, this.container['creator-links'], 'hide');
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const { channel, guildId } = interaction;
    const nsfw = isAgeRestricted(channel);
    await suggestLinks(interaction, this.container['creator-links'], { guildId, nsfw });
  }
}
