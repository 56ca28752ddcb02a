import {
  type ApplicationCommandOptionAllowedChannelTypes,
  ChannelType,
  type SlashCommandBooleanOption,
  type SlashCommandBuilder,
  type SlashCommandSubcommandBuilder,
  type SlashCommandSubcommandsOnlyBuilder,
} from 'discord.js';
import { daysOption } from './days-option.ts';

/** Where people write or talk. Discord's description of its API knows no media channels here, and would refuse them. */
export const COUNTED_TYPES: readonly ApplicationCommandOptionAllowedChannelTypes[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
];
const THREAD_TYPES = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** What the subcommands of `/stats` take that show the numbers of one thing. */
export function addTargetSubcommands(command: SlashCommandBuilder): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommand((server) =>
      withPeriod(server.setName('server').setDescription('Show the numbers of this server')),
    )
    .addSubcommand((channel) =>
      withPeriod(
        channel
          .setName('channel')
          .setDescription('Show the numbers of a channel, with its threads or posts')
          .addChannelOption((option) =>
            option
              .setName('target')
              .setDescription('The channel. Default: this one')
              .addChannelTypes(...COUNTED_TYPES),
          ),
      ),
    )
    .addSubcommand((user) =>
      withPeriod(
        user
          .setName('user')
          .setDescription('Show the numbers of a member, in channels that you can read')
          .addUserOption((option) =>
            option.setName('target').setDescription('The member. Default: yourself'),
          ),
      ),
    )
    .addSubcommand((role) =>
      withPeriod(
        role
          .setName('role')
          .setDescription('Show the numbers of the members with a role, in channels that you can read')
          .addRoleOption((option) => option.setName('target').setDescription('The role').setRequired(true)),
      ),
    )
    .addSubcommand((category) =>
      withPeriod(
        category
          .setName('category')
          .setDescription('Show the numbers of the channels in a category that you can read')
          .addChannelOption((option) =>
            option
              .setName('target')
              .setDescription('The category')
              .addChannelTypes(ChannelType.GuildCategory)
              .setRequired(true),
          ),
      ),
    )
    .addSubcommand((thread) =>
      withPeriod(
        thread
          .setName('thread')
          .setDescription('Show the numbers of a thread or post')
          .addChannelOption((option) =>
            option
              .setName('target')
              .setDescription('The thread or post. Default: this one')
              .addChannelTypes(...THREAD_TYPES),
          ),
      ),
    );
}

/** Adds how many days the numbers are about, and who sees them. */
export function withPeriod(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand.addIntegerOption(daysOption).addBooleanOption(publicOption);
}

/** Who sees the answer. */
export function publicOption(option: SlashCommandBooleanOption): SlashCommandBooleanOption {
  return option
    .setName('public')
    .setDescription('Show it to all here, with what all members may see. Default: to you alone');
}
