import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { ChannelType, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { maySay } from '../conversations/may-say.ts';
import { isOpenToAllWhoSee } from '../conversations/readable-channel.ts';
import { OPENAI_COOLDOWNS } from '../openai/cooldowns.ts';
import { summaryReply } from '../replies/summary-reply.ts';
import { DEFAULT_COUNT, MOST_MESSAGES, openAiRequest } from './openai-request.ts';

const CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** Summarises what was said in a channel, for whoever asks alone; a button shows it to the others. */
export class SummarizeCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Summarise the latest messages with OpenAI, which gets to read them',
      example: '/summarize count:100 channel:#general',
      node: 'integrations.summarize',
      preconditions: OPENAI_COOLDOWNS,
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addIntegerOption((count) =>
          count
            .setName('count')
            .setDescription(`How many messages, ${DEFAULT_COUNT} if you do not say`)
            .setMinValue(1)
            .setMaxValue(MOST_MESSAGES),
        )
        .addChannelOption((channel) =>
          channel
            .setName('channel')
            .setDescription('Where they are, here if you do not say')
            .addChannelTypes(...CHANNELS),
        ),
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { member, options, channelId } = interaction;
    const request = await openAiRequest(interaction, options.getChannel('channel')?.id ?? channelId);
    const summarised = await this.container.integrations.openai.summarise(request);
    const { channel } = summarised;
    const isHere = channel.id === channelId;
    const isShareable = isHere && isOpenToAllWhoSee(channel) && maySay(member, channel);
    const t = await translator(interaction);
    await interaction.editReply(summaryReply(summarised, { t, isShareable }));
  }
}
