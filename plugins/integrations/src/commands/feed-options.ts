import {
  ChannelType,
  type SlashCommandStringOption,
  type SlashCommandSubcommandBuilder,
  type SlashCommandSubcommandsOnlyBuilder,
} from 'discord.js';
import { SOURCE_NAMES } from '../feeds/source-names.ts';
import { FEED_SOURCE_IDS } from '../feeds/sources/feed-source.ts';

const LONGEST_TARGET = 500;
const LONGEST_FILTER = 500;
const LONGEST_FEED = 100;

/** What is followed where, by the names that the picker shows. */
const SOURCES = {
  rss: `${SOURCE_NAMES.rss}, Atom, YouTube, Reddit, Tumblr, any site with a feed`,
  ao3: 'AO3 (a work, an author, a series, a tag)',
  twitter: 'X (an account)',
  deviantart: 'DeviantArt (an artist)',
} as const;

/** What `/feed edit` can take away. */
const CLEARABLE = [
  { name: 'mention', value: 'mention' },
  { name: 'include', value: 'include' },
  { name: 'exclude', value: 'exclude' },
] as const;

/** Where feeds can post. */
const FEED_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** The subcommands of `/feed`. */
export function addFeedSubcommands(
  command: SlashCommandSubcommandsOnlyBuilder,
): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommand(addSubcommand)
    .addSubcommand(editSubcommand)
    .addSubcommand((list) => list.setName('list').setDescription('Show the feeds of this server'))
    .addSubcommand((remove) =>
      remove.setName('remove').setDescription('Stop following something').addStringOption(feedOption),
    )
    .addSubcommand((pause) =>
      pause.setName('pause').setDescription('Post nothing of a feed for now').addStringOption(feedOption),
    )
    .addSubcommand((resume) =>
      resume.setName('resume').setDescription('Let a paused feed go on').addStringOption(feedOption),
    )
    .addSubcommand((test) =>
      test.setName('test').setDescription('Show you alone what a feed posts').addStringOption(feedOption),
    )
    .addSubcommand((health) => health.setName('health').setDescription('Show how the feeds do'));
}

function addSubcommand(add: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  add
    .setName('add')
    .setDescription('Follow something elsewhere in a channel')
    .addStringOption((source) =>
      source
        .setName('source')
        .setDescription('Where it is')
        .setRequired(true)
        .addChoices(FEED_SOURCE_IDS.map((id) => ({ name: SOURCES[id], value: id }))),
    )
    .addStringOption((target) =>
      target
        .setName('target')
        .setDescription('Its address or name')
        .setMaxLength(LONGEST_TARGET)
        .setRequired(true),
    )
    .addChannelOption((channel) =>
      channel
        .setName('channel')
        .setDescription('Where it is posted')
        .addChannelTypes(...FEED_CHANNELS)
        .setRequired(true),
    )
    .addRoleOption((mention) => mention.setName('mention').setDescription('Who is mentioned with each post'));
  return addChoices(add);
}

function editSubcommand(edit: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  edit
    .setName('edit')
    .setDescription('Change how a feed is posted')
    .addStringOption(feedOption)
    .addChannelOption((channel) =>
      channel
        .setName('channel')
        .setDescription('Where it is posted from now on')
        .addChannelTypes(...FEED_CHANNELS),
    )
    .addRoleOption((mention) => mention.setName('mention').setDescription('Who is mentioned with each post'));
  return addChoices(edit).addStringOption((clear) =>
    clear
      .setName('clear')
      .setDescription('What it is to have no longer')
      .addChoices(...CLEARABLE),
  );
}

function addChoices(add: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return add
    .addStringOption((include) =>
      filterOption(include, 'include').setDescription(
        'Only what holds one of these words, with commas between',
      ),
    )
    .addStringOption((exclude) =>
      filterOption(exclude, 'exclude').setDescription(
        'Nothing that holds one of these words, with commas between',
      ),
    )
    .addBooleanOption((spoiler) =>
      spoiler.setName('spoiler').setDescription('Hide texts and pictures until they are clicked'),
    )
    .addBooleanOption((gallery) =>
      gallery.setName('gallery').setDescription('Put what is posted into the gallery, too'),
    );
}

function filterOption(
  option: SlashCommandStringOption,
  name: 'include' | 'exclude',
): SlashCommandStringOption {
  return option.setName(name).setMaxLength(LONGEST_FILTER);
}

function feedOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('feed')
    .setDescription('Which feed')
    .setMaxLength(LONGEST_FEED)
    .setAutocomplete(true)
    .setRequired(true);
}
