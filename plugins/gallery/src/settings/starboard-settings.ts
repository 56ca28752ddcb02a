import { setting } from '@twi/sdk';
import { ChannelType } from 'discord.js';

/** More people than this hardly ever agree. */
const MOST_STARS = 1_000;
const BOARD_TYPES = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** What members star is shown on a board. */
export const starboardSettings = {
  starboardChannel: setting.channel({
    title: 'Starboard',
    description: 'Where messages are shown that members starred; without one there is none',
    types: BOARD_TYPES,
  }),
  starboardNsfwChannel: setting.channel({
    title: 'Starboard for NSFW',
    description: 'The same for age-restricted channels; it must be age-restricted itself',
    types: BOARD_TYPES,
  }),
  starboardEmoji: setting.emoji({
    title: 'Star',
    description: 'The reaction that counts',
    default: '⭐',
  }),
  starboardThreshold: setting.number({
    title: 'Stars needed',
    description: 'How many members must star a message',
    min: 1,
    max: MOST_STARS,
    default: 3,
  }),
  starboardSelfStar: setting.boolean({
    title: 'Own stars count',
    description: 'Whether it counts when somebody stars a message of their own',
    default: false,
  }),
  starboardKeep: setting.boolean({
    title: 'Keep what lost its stars',
    description: 'Whether a message stays on the board when too few stars are left',
    default: false,
  }),
  starboardIgnoredChannels: setting.channels({
    title: 'Channels without stars',
    description: 'Nothing there, or in their threads, gets onto the board; a category counts for all in it',
  }),
};
