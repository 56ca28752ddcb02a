import { Command } from '@sapphire/framework';
import { reply } from '@twi/sdk';
import { channelMention, MessageFlags } from 'discord.js';
import { slowmodeText } from '../channels/channel-errors.ts';
import { readSlowableChannel, slowableChannelOption } from './channel-option.ts';

/** Discord's limit (Resources › Channel). */
const MOST_SECONDS = 21_600;

export class SlowmodeCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Set how often people may write in a channel',
      node: 'moderation.channels',
      text: true,
      example: '/slowmode seconds:30 channel:#general',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addIntegerOption((option) =>
          option
            .setName('seconds')
            .setDescription('Seconds between two messages of a person; 0 turns it off')
            .setMinValue(0)
            .setMaxValue(MOST_SECONDS)
            .setRequired(true),
        )
        .addChannelOption(slowableChannelOption),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const channel = await readSlowableChannel(interaction);
    const seconds = interaction.options.getInteger('seconds', true);
    await this.container.moderation.slowmode.set({ channel, moderator: interaction.member, seconds });
    await interaction.editReply(
      reply.success(`The slow mode of ${channelMention(channel.id)} is ${slowmodeText(seconds)}.`),
    );
  }
}
