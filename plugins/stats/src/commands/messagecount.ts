import { Command } from '@sapphire/framework';
import { reply, type Translator } from '@twi/sdk';
import { time, TimestampStyles } from 'discord.js';
import { DAYS_OF_HOURS } from '../numbers/numbers.ts';
import type { Counted } from '../numbers/numbers.ts';
import { askedBy } from './asked.ts';
import { assertMaySee } from './stats-channel.ts';
import { COUNTED_TYPES, publicOption } from './stats-options.ts';

const MOST_HOURS = 8_760;
const HOUR_MS = 3_600_000;

export class MessageCountCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Count the messages of the last hours in a channel',
      example: '/messagecount channel:#general hours:24',
      text: true,
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
            .setDescription('The channel, with its threads or posts')
            .addChannelTypes(...COUNTED_TYPES)
            .setRequired(true),
        )
        .addIntegerOption((option) =>
          option
            .setName('hours')
            .setDescription(
              `How many hours, 1 to ${MOST_HOURS}; beyond ${DAYS_OF_HOURS} days, whole days count`,
            )
            .setMinValue(1)
            .setMaxValue(MOST_HOURS)
            .setRequired(true),
        )
        .addBooleanOption(publicOption),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    const { stats } = this.container;
    const asked = await askedBy(interaction, stats);
    const channel = interaction.options.getChannel('channel', true);
    assertMaySee(channel, asked);
    const { guild, viewer, t } = asked;
    const channelIds = await stats.numbers.withThreads(guild, [channel.id], viewer);
    const hours = interaction.options.getInteger('hours', true);
    const counted = await stats.numbers.countSince(guild.id, channelIds, Date.now() - hours * HOUR_MS);
    await interaction.editReply(reply.info(countText(channel.id, counted, t)));
  }
}

function countText(channelId: string, { messages, since, isByDay }: Counted, t: Translator): string {
  const passed = (Date.now() - since.getTime()) / HOUR_MS;
  const rate = Math.round((messages / passed) * 100) / 100;
  const text = t('stats:reading.count', {
    count: messages,
    channel: `<#${channelId}>`,
    since: time(since, TimestampStyles.ShortDateTime),
    rate,
  });
  return isByDay ? `${text}\n${t('stats:reading.count-of-days', { days: DAYS_OF_HOURS })}` : text;
}
