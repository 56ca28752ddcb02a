import type {
  SlashCommandBuilder,
  SlashCommandChannelOption,
  SlashCommandSubcommandBuilder,
  SlashCommandSubcommandGroupBuilder,
  SlashCommandSubcommandsOnlyBuilder,
} from 'discord.js';
import { DESTINATION_TYPES } from '../destinations/destination-channel.ts';
import { idOption, tagsOption } from './gallery-options.ts';
import { importOptions, progressOptions, reviewOptions } from './import-subcommands.ts';

/** What `/gallery-admin` takes. */
export function addAdminSubcommands(command: SlashCommandBuilder): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommandGroup(channelGroup)
    .addSubcommand((tags) =>
      tags
        .setName('tags')
        .setDescription('Replace the tags of an item')
        .addStringOption(idOption)
        .addStringOption((option) =>
          tagsOption(option)
            .setDescription('All tags from now on, with commas; - for none')
            .setRequired(true),
        ),
    )
    .addSubcommand(importOptions)
    .addSubcommand(reviewOptions)
    .addSubcommand(progressOptions);
}

function channelGroup(group: SlashCommandSubcommandGroupBuilder): SlashCommandSubcommandGroupBuilder {
  return group
    .setName('channel')
    .setDescription('The channels that items are posted to')
    .addSubcommand(addChannelOptions)
    .addSubcommand((remove) =>
      remove
        .setName('remove')
        .setDescription('Post no more items to a channel; what is there stays')
        .addChannelOption((option) => channelOption(option).setDescription('Which channel')),
    )
    .addSubcommand((list) =>
      list.setName('list').setDescription('Show the channels, and what is wrong with them'),
    );
}

function addChannelOptions(add: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return add
    .setName('add')
    .setDescription('Let items be posted to a channel, or change how')
    .addChannelOption((option) => channelOption(option).setDescription('A text channel or a forum'))
    .addStringOption((option) =>
      option
        .setName('kinds')
        .setDescription('What it takes: image, video, audio, file, text, link, with commas. Default: all'),
    )
    .addBooleanOption((option) =>
      option.setName('nsfw-only').setDescription('Only NSFW items; the channel must be age-restricted'),
    )
    .addStringOption((option) =>
      tagsOption(option).setDescription('Given to all items posted there; forum tags by name'),
    )
    .addBooleanOption((option) =>
      option.setName('auto-thread').setDescription('Open a thread for comments under each post'),
    );
}

function channelOption(option: SlashCommandChannelOption): SlashCommandChannelOption {
  return option
    .setName('channel')
    .addChannelTypes(...DESTINATION_TYPES)
    .setRequired(true);
}
