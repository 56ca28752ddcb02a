import { Subcommand } from '@sapphire/plugin-subcommands';
import { reply, translator, UserError, escaped } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { plainRefusal } from '../errors.ts';
import { entryReply } from '../replies/entry-reply.ts';
import { addLinkSubcommands } from './link-options.ts';
import { showLibrary } from './show-library.ts';
import { suggestEntries } from './suggest-entries.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

/** Links and texts that a guild keeps under a title. */
export class LinkCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'The library of links of this server',
      text: true,
      example: '/link get title:Rules',
      subcommands: [
        { name: 'get', chatInputRun: 'get' },
        { name: 'list', chatInputRun: 'list' },
        { name: 'add', chatInputRun: 'add', node: 'creator-links.library' },
        // Who added something may change it too, so these ask by themselves.
        { name: 'edit', chatInputRun: 'edit' },
        { name: 'delete', chatInputRun: 'delete' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      addLinkSubcommands(command.setName(this.name).setDescription(this.description)),
    );
  }

  async get(interaction: Invocation): Promise<void> {
    const { guildId, options } = interaction;
    const entry = await this.container['creator-links'].library.get(
      guildId,
      options.getString('title', true),
    );
    await interaction.reply(entryReply(entry));
  }

  async list(interaction: Invocation): Promise<void> {
    const tag = interaction.options.getString('tag') ?? undefined;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await showLibrary(interaction, this.container['creator-links'], { tag, page: 0 });
  }

  async add(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options, member } = interaction;
    const { title } = await this.container['creator-links'].library.add(
      member,
      options.getString('title', true),
      { ...detailsOf(interaction), content: options.getString('url-or-text', true) },
    );
    const t = await translator(interaction);
    await interaction.editReply(reply.success(t('creator-links:library.added', { title: escaped(title) })));
  }

  async edit(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options, member } = interaction;
    const typed = { ...detailsOf(interaction), content: options.getString('url-or-text') ?? undefined };
    if (Object.values(typed).every((value) => value === undefined))
      throw new UserError(plainRefusal('nothing-to-change'));
    const { title } = await this.container['creator-links'].library.edit(
      member,
      options.getString('title', true),
      typed,
    );
    const t = await translator(interaction);
    await interaction.editReply(reply.success(t('creator-links:library.edited', { title: escaped(title) })));
  }

  async delete(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options, member } = interaction;
    const { title } = await this.container['creator-links'].library.remove(
      member,
      options.getString('title', true),
    );
    const t = await translator(interaction);
    await interaction.editReply(reply.success(t('creator-links:library.deleted', { title: escaped(title) })));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    await suggestEntries(interaction, this.container['creator-links']);
  }
}

function detailsOf({ options }: Invocation) {
  return {
    tag: options.getString('tag') ?? undefined,
    showsPreview: options.getBoolean('embed') ?? undefined,
  };
}
