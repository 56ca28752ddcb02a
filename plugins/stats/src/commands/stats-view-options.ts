import type { SlashCommandSubcommandBuilder, SlashCommandSubcommandsOnlyBuilder } from 'discord.js';
import { daysOption } from './days-option.ts';
import { COUNTED_TYPES, withPeriod } from './stats-options.ts';

const MOST_DAYS = 365;

/** What the subcommands of `/stats` take that rank, draw and list, and those about being counted. */
export function addViewSubcommands(
  command: SlashCommandSubcommandsOnlyBuilder,
): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommand(leaderboardOptions)
    .addSubcommand((heatmap) =>
      withPeriod(heatmap.setName('heatmap').setDescription('Show at which hours of the week people write')),
    )
    .addSubcommand((growth) =>
      withPeriod(growth.setName('growth').setDescription('Show who came and who went, in numbers')),
    )
    .addSubcommand((commands) =>
      withPeriod(commands.setName('commands').setDescription('Show which commands are used how often')),
    )
    .addSubcommand((table) =>
      table
        .setName('export')
        .setDescription('Get the numbers as tables (CSV), of channels that you can read')
        .addIntegerOption(daysOption),
    )
    .addSubcommand((optOut) =>
      optOut.setName('opt-out').setDescription('Erase your numbers here, and be counted no more'),
    )
    .addSubcommand((optIn) => optIn.setName('opt-in').setDescription('Be counted again from now on'))
    .addSubcommand(backfillOptions);
}

function leaderboardOptions(leaderboard: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  leaderboard
    .setName('leaderboard')
    .setDescription('Show who, where or what is most active, page by page')
    .addStringOption((option) =>
      option
        .setName('of')
        .setDescription('What is ranked')
        .setRequired(true)
        .addChoices(
          { name: 'People', value: 'users' },
          { name: 'Channels', value: 'channels' },
          { name: 'Emoji', value: 'emoji' },
          { name: 'Commands', value: 'commands' },
        ),
    );
  return withPeriod(leaderboard);
}

function backfillOptions(backfill: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return backfill
    .setName('backfill')
    .setDescription('Count what was written before, each message once')
    .addChannelOption((option) =>
      option
        .setName('channel')
        .setDescription('The channel or forum, with its threads or posts')
        .addChannelTypes(...COUNTED_TYPES)
        .setRequired(true),
    )
    .addIntegerOption((option) =>
      option
        .setName('days')
        .setDescription('How many days back. Default: 30')
        .setMinValue(1)
        .setMaxValue(MOST_DAYS),
    );
}
