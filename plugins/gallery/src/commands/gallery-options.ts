import type {
  SlashCommandBuilder,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
  SlashCommandSubcommandsOnlyBuilder,
} from 'discord.js';
import { LONGEST_CREATOR, LONGEST_DESCRIPTION, LONGEST_TITLE, LONGEST_URL } from '../items/item-content.ts';
import { LONGEST_TAG } from '../items/tags.ts';
import { LONGEST_FILTER, LONGEST_QUERY } from '../replies/page-state.ts';
import { MOST_SHOWN } from '../replies/showcase-view.ts';

/** What `/gallery` takes. */
export function addGallerySubcommands(command: SlashCommandBuilder): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommand(addOptions)
    .addSubcommand((view) => view.setName('view').setDescription('Show one item').addStringOption(idOption))
    .addSubcommand((list) =>
      list
        .setName('list')
        .setDescription('Look through the gallery, newest first')
        .addStringOption((option) => tagOption(option).setDescription('Only items with this tag'))
        .addStringOption((option) =>
          option
            .setName('creator')
            .setDescription('Only items by this creator: the whole name, or a mention')
            .setMaxLength(LONGEST_FILTER),
        ),
    )
    .addSubcommand((search) =>
      search
        .setName('search')
        .setDescription('Find items by words of their title, description, tags and creator')
        .addStringOption((option) =>
          option
            .setName('query')
            .setDescription('One or more words; their beginnings are enough')
            .setMaxLength(LONGEST_QUERY)
            .setRequired(true),
        ),
    )
    .addSubcommand((random) =>
      random
        .setName('random')
        .setDescription('Show any item')
        .addStringOption((option) => tagOption(option).setDescription('Any item with this tag')),
    )
    .addSubcommand((showcase) =>
      showcase
        .setName('showcase')
        .setDescription('Show the newest items together')
        .addIntegerOption((option) =>
          option
            .setName('count')
            .setDescription('How many. Default: 5')
            .setMinValue(1)
            .setMaxValue(MOST_SHOWN),
        ),
    )
    .addSubcommand(editOptions)
    .addSubcommand((remove) =>
      remove
        .setName('remove')
        .setDescription('Take an item out of the gallery; it can be restored')
        .addStringOption(idOption),
    )
    .addSubcommand((restore) =>
      restore.setName('restore').setDescription('Bring a removed item back').addStringOption(idOption),
    )
    .addSubcommand((stats) =>
      stats.setName('stats').setDescription('Show what the gallery holds, in numbers and as a chart'),
    );
}

/** Which item; suggestions show numbers and titles. */
export function idOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('id')
    .setDescription('The number of the item; type words of its title to find it')
    .setMaxLength(LONGEST_TITLE)
    .setRequired(true)
    .setAutocomplete(true);
}

/** Several tags; suggestions complete the last one. */
export function tagsOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('tags').setDescription('Up to 10, with commas between them').setAutocomplete(true);
}

function tagOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('tag').setMaxLength(LONGEST_TAG).setAutocomplete(true);
}

function addOptions(add: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return add
    .setName('add')
    .setDescription('Add a link or a picture to the gallery')
    .addStringOption((option) =>
      option
        .setName('title')
        .setDescription('What it is called')
        .setMaxLength(LONGEST_TITLE)
        .setRequired(true),
    )
    .addStringOption((option) =>
      option.setName('url').setDescription('Where it is; this or `image`').setMaxLength(LONGEST_URL),
    )
    .addAttachmentOption((option) =>
      option.setName('image').setDescription('A picture, video or sound; this or `url`'),
    )
    .addStringOption((option) =>
      option.setName('description').setDescription('More about it').setMaxLength(LONGEST_DESCRIPTION),
    )
    .addStringOption(tagsOption)
    .addStringOption((option) =>
      option
        .setName('creator')
        .setDescription('Who made it: a name, or a mention')
        .setMaxLength(LONGEST_CREATOR),
    )
    .addBooleanOption((option) =>
      option.setName('nsfw').setDescription('Shown in age-restricted channels alone. Default: no'),
    );
}

function editOptions(edit: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return edit
    .setName('edit')
    .setDescription('Change an item; what you leave out stays, and `-` empties')
    .addStringOption(idOption)
    .addStringOption((option) =>
      option.setName('title').setDescription('The new title').setMaxLength(LONGEST_TITLE),
    )
    .addStringOption((option) =>
      option.setName('url').setDescription('The new address; - removes it').setMaxLength(LONGEST_URL),
    )
    .addStringOption((option) =>
      option
        .setName('description')
        .setDescription('The new description; - removes it')
        .setMaxLength(LONGEST_DESCRIPTION),
    )
    .addStringOption((option) =>
      tagsOption(option).setDescription('All tags from now on, with commas between them; - removes them'),
    )
    .addStringOption((option) =>
      option
        .setName('creator')
        .setDescription('Who made it: a name, or a mention; - removes it')
        .setMaxLength(LONGEST_CREATOR),
    )
    .addBooleanOption((option) => option.setName('nsfw').setDescription('Whether it is NSFW'));
}
