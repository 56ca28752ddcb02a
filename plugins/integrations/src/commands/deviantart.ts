import { Subcommand } from '@sapphire/plugin-subcommands';
import { translator } from '@twi/sdk';
import { isAgeRestricted } from '../replies/age-restriction.ts';
import { deviationReply, galleryReply } from '../replies/deviantart-reply.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

const LONGEST_ADDRESS = 500;

/** Art on DeviantArt. */
export class DeviantArtCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Art on DeviantArt',
      text: true,
      example: '/deviantart gallery artist:somebody',
      subcommands: [
        { name: 'deviation', chatInputRun: 'deviation' },
        { name: 'gallery', chatInputRun: 'gallery' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((deviation) =>
          deviation
            .setName('deviation')
            .setDescription('Show a piece of art')
            .addStringOption((url) =>
              url
                .setName('url')
                .setDescription('The address of its page')
                .setMaxLength(LONGEST_ADDRESS)
                .setRequired(true),
            ),
        )
        .addSubcommand((gallery) =>
          gallery
            .setName('gallery')
            .setDescription('Show what an artist posted last')
            .addStringOption((artist) =>
              artist
                .setName('artist')
                .setDescription('Their name on DeviantArt')
                .setMaxLength(LONGEST_ADDRESS)
                .setRequired(true),
            ),
        ),
    );
  }

  async deviation(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const { guildId, options, channel } = interaction;
    const { deviantart, gallery } = this.container.integrations;
    const found = await deviantart.deviation(guildId, options.getString('url', true));
    const t = await translator(interaction, { audience: 'guild' });
    const view = { isAdult: isAgeRestricted(channel), hasGallery: gallery.isOpenIn(guildId), t };
    await interaction.editReply(deviationReply(found, view));
  }

  async gallery(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const { guildId, options, channel } = interaction;
    const isAdult = isAgeRestricted(channel);
    const { deviantart } = this.container.integrations;
    const found = await deviantart.gallery(guildId, options.getString('artist', true), { isAdult });
    const t = await translator(interaction, { audience: 'guild' });
    await interaction.editReply(galleryReply(found, { isAdult, t }));
  }
}
