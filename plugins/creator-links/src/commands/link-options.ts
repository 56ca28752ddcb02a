import type {
  SlashCommandBooleanOption,
  SlashCommandBuilder,
  SlashCommandStringOption,
  SlashCommandSubcommandsOnlyBuilder,
} from 'discord.js';
import { MAX_CONTENT_LENGTH, MAX_TAG_LENGTH } from '../library/entry-content.ts';
import { MAX_TITLE_LENGTH } from '../links/title.ts';

/** The subcommands of `/link`. */
export function addLinkSubcommands(command: SlashCommandBuilder): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommand((get) =>
      get.setName('get').setDescription('Show a link or text of the library').addStringOption(titleOption),
    )
    .addSubcommand((list) =>
      list
        .setName('list')
        .setDescription('List what the library holds')
        .addStringOption((option) => tagOption(option).setDescription('Only what has this tag')),
    )
    .addSubcommand((add) =>
      add
        .setName('add')
        .setDescription('Add a link or text to the library')
        .addStringOption((option) =>
          titleOption(option).setDescription('What it is found by').setAutocomplete(false),
        )
        .addStringOption((option) => contentOption(option).setRequired(true))
        .addStringOption(tagOption)
        .addBooleanOption(embedOption),
    )
    .addSubcommand((edit) =>
      edit
        .setName('edit')
        .setDescription('Change what stands under a title; what you leave out stays as it is')
        .addStringOption(titleOption)
        .addStringOption(contentOption)
        .addStringOption((option) =>
          tagOption(option).setDescription('What it is sorted under; - for nothing'),
        )
        .addBooleanOption(embedOption),
    )
    .addSubcommand((remove) =>
      remove
        .setName('delete')
        .setDescription('Delete a title from the library; it can be undone')
        .addStringOption(titleOption),
    );
}

/** The tag of something in the library. */
export function tagOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('tag')
    .setDescription('What it is sorted under')
    .setMaxLength(MAX_TAG_LENGTH)
    .setAutocomplete(true);
}

function titleOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('title')
    .setDescription('Which one')
    .setMaxLength(MAX_TITLE_LENGTH)
    .setRequired(true)
    .setAutocomplete(true);
}

function contentOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('url-or-text')
    .setDescription('The address, or what is to be said')
    .setMaxLength(MAX_CONTENT_LENGTH);
}

function embedOption(option: SlashCommandBooleanOption): SlashCommandBooleanOption {
  return option.setName('embed').setDescription('Whether Discord shows a preview of addresses. Default: yes');
}
