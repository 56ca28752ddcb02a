import { Command } from '@sapphire/framework';
import { refusal, reply, translator, UserError } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  channelMention,
  ChannelType,
  type GuildTextBasedChannel,
  MessageFlags,
} from 'discord.js';
import { LONGEST_MESSAGE } from '../speech/speech-errors.ts';

const CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

type Invocation = Command.ChatInputCommandInteraction<'cached'>;

export class SayCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Say something in the name of the bot',
      node: 'utility.say',
      example: '/say text:The event begins in an hour channel:#news',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addStringOption((option) =>
          option
            .setName('text')
            .setDescription('What to say; \\n begins a new line')
            .setMaxLength(LONGEST_MESSAGE)
            .setRequired(true),
        )
        .addChannelOption((option) =>
          option
            .setName('channel')
            .setDescription('Where. Default: here')
            .addChannelTypes(...CHANNELS),
        ),
    );
  }

  override async chatInputRun(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options, member } = interaction;
    const channel = await readChannel(interaction);
    const message = await this.container.utility.speech.say(channel, options.getString('text', true), member);
    const t = await translator(interaction);
    const link = new ButtonBuilder()
      .setStyle(ButtonStyle.Link)
      .setLabel(t('utility:say.open'))
      .setURL(message.url);
    await interaction.editReply(
      reply.success(t('utility:say.said', { channel: channelMention(channel.id) }), {
        components: [new ActionRowBuilder<ButtonBuilder>().addComponents(link)],
      }),
    );
  }
}

/** The channel that the option names, or the one where the command was typed. */
async function readChannel({ options, guild, channelId }: Invocation): Promise<GuildTextBasedChannel> {
  const channel = await guild.channels.fetch(options.getChannel('channel')?.id ?? channelId);
  if (!channel?.isTextBased()) throw new UserError(refusal('utility:errors.no-place-to-speak'));
  return channel;
}
