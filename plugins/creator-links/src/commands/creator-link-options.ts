import type {
  SlashCommandBuilder,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
  SlashCommandSubcommandsOnlyBuilder,
  SlashCommandUserOption,
} from 'discord.js';
import { MAX_TITLE_LENGTH } from '../links/title.ts';
import { MAX_URL_LENGTH } from '../platforms/canonicalise.ts';
import { MAX_QUERY_LENGTH } from '../replies/directory-state.ts';

const LARGEST_WEIGHT = 1_000;

/** The subcommands of `/creator-link`. */
export function addCreatorLinkSubcommands(command: SlashCommandBuilder): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommand((get) =>
      get
        .setName('get')
        .setDescription('Show where somebody is found elsewhere')
        .addUserOption((option) => option.setName('user').setDescription('Whose links. Default: yours')),
    )
    .addSubcommand((add) =>
      withDetails(
        add
          .setName('add')
          .setDescription('Add a link of yours')
          .addStringOption((option) =>
            titleOption(option).setDescription('What the link is called').setAutocomplete(false),
          )
          .addStringOption((option) => urlOption(option).setRequired(true)),
      ),
    )
    .addSubcommand((edit) =>
      withDetails(
        edit
          .setName('edit')
          .setDescription('Change a link; what you leave out stays as it is')
          .addStringOption(titleOption)
          .addStringOption(urlOption)
          .addStringOption((option) =>
            option
              .setName('new-title')
              .setDescription('What it is called from now on')
              .setMaxLength(MAX_TITLE_LENGTH),
          ),
      ).addUserOption(ownerOption),
    )
    .addSubcommand((remove) =>
      remove
        .setName('remove')
        .setDescription('Remove a link; it can be restored')
        .addStringOption(titleOption)
        .addUserOption(ownerOption),
    )
    .addSubcommand((restore) =>
      restore
        .setName('restore')
        .setDescription('Bring back a removed link')
        .addStringOption(titleOption)
        .addUserOption(ownerOption),
    )
    .addSubcommand((browse) =>
      browse
        .setName('browse')
        .setDescription('Look through the links of everybody here')
        .addStringOption((option) =>
          option.setName('platform').setDescription('Only links to this site').setAutocomplete(true),
        ),
    )
    .addSubcommand((search) =>
      search
        .setName('search')
        .setDescription('Search the links of everybody here')
        .addStringOption((option) =>
          option
            .setName('query')
            .setDescription('Words of the title, the name or the site, or how they begin')
            .setMaxLength(MAX_QUERY_LENGTH)
            .setRequired(true),
        ),
    )
    .addSubcommand((verify) =>
      staffOptions(
        verify.setName('verify').setDescription('Confirm that a link is theirs, or take that back'),
      ),
    )
    .addSubcommand((hide) =>
      staffOptions(hide.setName('hide').setDescription('Hide a link from everybody, or show it again')),
    );
}

function titleOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('title')
    .setDescription('Which link')
    .setMaxLength(MAX_TITLE_LENGTH)
    .setRequired(true)
    .setAutocomplete(true);
}

function urlOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('url')
    .setDescription('Where it leads, such as https://www.patreon.com/somebody')
    .setMaxLength(MAX_URL_LENGTH);
}

function ownerOption(option: SlashCommandUserOption): SlashCommandUserOption {
  return option.setName('user').setDescription('Whose link it is; for the staff. Default: yours');
}

/** What a link may have besides. */
function withDetails(command: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return command
    .addStringOption((option) =>
      option
        .setName('username')
        .setDescription('Your name there, where the address does not tell; - for none')
        .setMaxLength(MAX_TITLE_LENGTH),
    )
    .addBooleanOption((option) =>
      option
        .setName('nsfw')
        .setDescription('Whether to show it only in age-restricted channels. Default: no'),
    )
    .addIntegerOption((option) =>
      option
        .setName('weight')
        .setDescription('Links with more weight stand first. Default: 0')
        .setMinValue(-LARGEST_WEIGHT)
        .setMaxValue(LARGEST_WEIGHT),
    )
    .addBooleanOption((option) =>
      option.setName('featured').setDescription('Whether to pin it above the others. Default: no'),
    );
}

function staffOptions(command: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return command
    .addUserOption((option) => option.setName('user').setDescription('Whose link').setRequired(true))
    .addStringOption(titleOption);
}
