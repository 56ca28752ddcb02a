import type { Subcommand } from '@sapphire/plugin-subcommands';
import { ChannelType, type SlashCommandSubcommandBuilder } from 'discord.js';
import { IMPORTABLE_TYPES } from '../imports/walking/importable-channel.ts';

/** What `/gallery-admin` does about old posts, by the methods that do it. */
export const IMPORT_SUBCOMMANDS = [
  { name: 'import', chatInputRun: 'import' },
  { name: 'progress', chatInputRun: 'progress' },
  { name: 'review', chatInputRun: 'review' },
] satisfies Subcommand.Options['subcommands'];

export function importOptions(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand
    .setName('import')
    .setDescription('Bring old posts of a channel into the gallery')
    .addChannelOption((option) =>
      option
        .setName('channel')
        .setDescription('Whose posts; of a forum, the first message of each')
        // Discord's description of commands does not know media channels yet.
        .addChannelTypes(...IMPORTABLE_TYPES.filter((type) => type !== ChannelType.GuildMedia))
        .setRequired(true),
    )
    .addStringOption((option) =>
      option
        .setName('after')
        .setDescription('Only posts after: 2024-01-31 (UTC), or the id or link of a message'),
    );
}

export function progressOptions(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand.setName('progress').setDescription('Show how far imports are; pause, go on, cancel');
}

export function reviewOptions(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand
    .setName('review')
    .setDescription('Look at posts that could not be read for sure, one by one');
}
