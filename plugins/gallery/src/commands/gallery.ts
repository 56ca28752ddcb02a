import { Subcommand } from '@sapphire/plugin-subcommands';
import { reply, translator } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { askedBy } from '../pages/asked.ts';
import { growthChart } from '../replies/gallery-statistics-chart.ts';
import { galleryStatisticsReply } from '../replies/gallery-statistics-reply.ts';
import { addToGallery } from './add-to-gallery.ts';
import { changeItem } from './change-item.ts';
import { addGallerySubcommands } from './gallery-options.ts';
import { readCreatorFilter, readKey } from './read-item-options.ts';
import { suggestForGallery } from './suggest-for-gallery.ts';

const DEFAULT_SHOWN = 5;

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

export class GalleryCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'The best of this community, collected',
      example: '/gallery search query:erin inn',
      subcommands: [
        { name: 'add', chatInputRun: 'add', node: 'gallery.add' },
        { name: 'view', chatInputRun: 'view' },
        { name: 'list', chatInputRun: 'list' },
        { name: 'search', chatInputRun: 'search' },
        { name: 'random', chatInputRun: 'random' },
        { name: 'showcase', chatInputRun: 'showcase' },
        { name: 'edit', chatInputRun: 'edit' },
        { name: 'remove', chatInputRun: 'remove' },
        { name: 'restore', chatInputRun: 'restore' },
        { name: 'stats', chatInputRun: 'stats' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      addGallerySubcommands(command.setName(this.name).setDescription(this.description)),
    );
  }

  async add(interaction: Invocation): Promise<void> {
    await addToGallery(interaction, this.container.gallery);
  }

  async view(interaction: Invocation): Promise<void> {
    const key = readKey(interaction);
    await interaction.deferReply();
    const asked = await askedBy(interaction);
    await interaction.editReply(await this.container.gallery.pages.item(key, asked));
  }

  async list(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const asked = await askedBy(interaction);
    const tag = interaction.options.getString('tag') ?? undefined;
    const state = { tag, creator: readCreatorFilter(interaction) };
    await interaction.editReply(await this.container.gallery.pages.list(state, asked));
  }

  async search(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const asked = await askedBy(interaction);
    const query = interaction.options.getString('query', true);
    await interaction.editReply(await this.container.gallery.pages.search({ query }, asked));
  }

  async random(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const asked = await askedBy(interaction);
    const tag = interaction.options.getString('tag') ?? undefined;
    await interaction.editReply(await this.container.gallery.pages.random(tag, asked));
  }

  async showcase(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const asked = await askedBy(interaction);
    const count = interaction.options.getInteger('count') ?? DEFAULT_SHOWN;
    await interaction.editReply(await this.container.gallery.pages.showcase(count, asked));
  }

  async edit(interaction: Invocation): Promise<void> {
    await changeItem(interaction, this.container.gallery);
  }

  async remove(interaction: Invocation): Promise<void> {
    const { member, user } = interaction;
    const key = readKey(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { changes, items } = this.container.gallery;
    await changes.assertMayChange(await items.get(key), member);
    const removed = await changes.remove(key, user.id);
    const t = await translator(interaction);
    await interaction.editReply(reply.success(t('gallery:done.removed', { number: removed.number })));
  }

  async restore(interaction: Invocation): Promise<void> {
    const { member, user } = interaction;
    const key = readKey(interaction);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { changes, items } = this.container.gallery;
    await changes.assertMayChange(await items.getDeletedOrLive(key), member);
    const restored = await changes.restore(key, user.id);
    const t = await translator(interaction);
    await interaction.editReply(reply.success(t('gallery:done.restored', { number: restored.number })));
  }

  async stats(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const { gallery } = this.container;
    const { viewer, t } = await askedBy(interaction);
    const totals = await gallery.statistics.totals(viewer);
    const { chartTheme: theme } = await gallery.settingsOf(interaction.guildId);
    const words = { title: t('gallery:stats.growth'), name: t('gallery:stats.line'), theme };
    const chart = totals.items > 0 ? await growthChart(totals.days, words) : undefined;
    await interaction.editReply(galleryStatisticsReply(totals, chart, t));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    await suggestForGallery(interaction, this.container.gallery);
  }
}
