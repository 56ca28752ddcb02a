import { Subcommand } from '@sapphire/plugin-subcommands';
import { reply, translator } from '@twi/sdk';
import {
  channelMention,
  ChannelType,
  type ChatInputCommandInteraction,
  MessageFlags,
  type SlashCommandSubcommandBuilder,
} from 'discord.js';
import { pinChannelListReply } from '../replies/pin-channel-list-reply.ts';
import { pinnersText } from '../replies/pinners-text.ts';
import type { PinChannelTransition } from '../pins/pin-channels.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;

/** Threads and posts go with their channel. */
const CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;

export class PinAdminCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Choose where members may pin messages',
      node: 'utility.pin-admin',
      example: '/pin-admin add channel:#art role:@Regulars',
      subcommands: [
        { name: 'add', chatInputRun: 'add' },
        { name: 'remove', chatInputRun: 'remove' },
        { name: 'list', chatInputRun: 'list' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((add) =>
          placeOptions(
            add.setName('add').setDescription('Let members pin in a channel and its threads'),
            'Who may; everybody by default',
          ),
        )
        .addSubcommand((remove) =>
          placeOptions(
            remove.setName('remove').setDescription('Let members pin in a channel no more'),
            'Who may no more; all by default',
          ),
        )
        .addSubcommand((list) => list.setName('list').setDescription('See where members may pin')),
    );
  }

  async add(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { id } = interaction.options.getChannel('channel', true, CHANNELS);
    const roleId = interaction.options.getRole('role')?.id ?? interaction.guildId;
    const change = await this.container.utility.pins.channels.allow(id, roleId, interaction.member);
    await this.#tell(interaction, change);
  }

  async remove(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { id } = interaction.options.getChannel('channel', true, CHANNELS);
    const roleId = interaction.options.getRole('role')?.id;
    const change = await this.container.utility.pins.channels.forbid(id, roleId, interaction.member);
    await this.#tell(interaction, change);
  }

  async list(interaction: Interaction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId } = interaction;
    const channels = await this.container.utility.pins.channels.list(guildId);
    const t = await translator(interaction);
    await interaction.editReply(pinChannelListReply({ guildId, channels, page: 0 }, t));
  }

  async #tell(interaction: Interaction, { channelId, after }: PinChannelTransition): Promise<void> {
    const who = pinnersText(interaction.guildId, after);
    const channel = channelMention(channelId);
    await interaction.editReply(reply.success(`Who may pin in ${channel} and its threads now: ${who}.`));
  }
}

function placeOptions(
  builder: SlashCommandSubcommandBuilder,
  roleDescription: string,
): SlashCommandSubcommandBuilder {
  return builder
    .addChannelOption((option) =>
      option
        .setName('channel')
        .setDescription('The channel or forum')
        .addChannelTypes(...CHANNELS)
        .setRequired(true),
    )
    .addRoleOption((option) => option.setName('role').setDescription(roleDescription));
}
