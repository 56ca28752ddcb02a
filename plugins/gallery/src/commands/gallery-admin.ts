import { Subcommand } from '@sapphire/plugin-subcommands';
import { reply } from '@twi/sdk';
import { type AutocompleteInteraction, channelMention, MessageFlags } from 'discord.js';
import { assertUsable } from '../destinations/assert-usable.ts';
import { splitTags } from '../items/tags.ts';
import { destinationsReply, destinationText } from '../replies/destinations-reply.ts';
import { tagText } from '../replies/tag-text.ts';
import { readChannel, readRules } from './destination-options.ts';
import { addAdminSubcommands } from './gallery-admin-options.ts';
import { runImport, runProgress, runReview } from './import-runs.ts';
import { IMPORT_SUBCOMMANDS } from './import-subcommands.ts';
import { orNothing, readKey } from './read-item-options.ts';
import { suggestForGallery } from './suggest-for-gallery.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

export class GalleryAdminCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Channels, tags and old posts of the gallery',
      node: 'gallery.admin',
      example: '/gallery-admin channel add channel:#art kinds:image, video',
      subcommands: [
        {
          name: 'channel',
          type: 'group',
          entries: [
            { name: 'add', chatInputRun: 'addChannel' },
            { name: 'remove', chatInputRun: 'removeChannel' },
            { name: 'list', chatInputRun: 'listChannels' },
          ],
        },
        { name: 'tags', chatInputRun: 'tags' },
        ...IMPORT_SUBCOMMANDS,
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      addAdminSubcommands(command.setName(this.name).setDescription(this.description)),
    );
  }

  async addChannel(interaction: Invocation): Promise<void> {
    const { guildId, user } = interaction;
    const channel = readChannel(interaction);
    const rules = readRules(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await assertUsable(channel, rules);
    const { destinations } = this.container.gallery;
    const added = await destinations.add({ guildId, channelId: channel.id }, rules, user.id);
    await interaction.editReply(reply.success(`Items can be posted now to ${destinationText(added)}`));
  }

  async removeChannel(interaction: Invocation): Promise<void> {
    const { guildId, user } = interaction;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { id: channelId } = interaction.options.getChannel('channel', true);
    await this.container.gallery.destinations.remove({ guildId, channelId }, user.id);
    const text = `No more items are posted to ${channelMention(channelId)}. What is there stays, in the gallery too.`;
    await interaction.editReply(reply.success(text));
  }

  async listChannels(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const listed = await this.container.gallery.destinations.list(interaction.guildId);
    await interaction.editReply(destinationsReply(listed, interaction.guild));
  }

  async tags(interaction: Invocation): Promise<void> {
    const key = readKey(interaction);
    const tags = splitTags(orNothing(interaction.options.getString('tags', true)) ?? '');
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { changes } = this.container.gallery;
    const changed = await changes.edit(key, { tags }, interaction.user.id, 'gallery.tags');
    const now = changed.tags.length > 0 ? `are now ${changed.tags.map(tagText).join(' ')}` : 'are gone';
    await interaction.editReply(reply.success(`The tags of item #${key.number} ${now}.`));
  }

  async import(interaction: Invocation): Promise<void> {
    await runImport(interaction, this.container.gallery);
  }

  async progress(interaction: Invocation): Promise<void> {
    await runProgress(interaction, this.container.gallery);
  }

  async review(interaction: Invocation): Promise<void> {
    await runReview(interaction, this.container.gallery);
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    await suggestForGallery(interaction, this.container.gallery);
  }
}
