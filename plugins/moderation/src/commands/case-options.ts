import { LARGEST_INTEGER } from '@twi/database';
import type {
  SlashCommandIntegerOption,
  SlashCommandStringOption,
  SlashCommandSubcommandsOnlyBuilder,
  SlashCommandBuilder,
} from 'discord.js';
import { MAX_REASON_LENGTH } from '../errors.ts';
import { reasonOption } from './action-options.ts';
import { caseTypeOption } from './case-type-option.ts';

/** The subcommands of `/case`. */
export function addCaseSubcommands(command: SlashCommandBuilder): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommand((view) =>
      view.setName('view').setDescription('Show one case').addIntegerOption(numberOption),
    )
    .addSubcommand((list) =>
      list
        .setName('list')
        .setDescription('List cases, newest first')
        .addUserOption((option) => option.setName('user').setDescription('Only cases of this person'))
        .addStringOption(caseTypeOption)
        .addUserOption((option) =>
          option.setName('moderator').setDescription('Only cases by this moderator'),
        ),
    )
    .addSubcommand((edit) =>
      edit
        .setName('edit')
        .setDescription('Change the reason of a case')
        .addIntegerOption(numberOption)
        .addStringOption((option) =>
          reasonOption(option).setDescription('The new reason; they are not told').setRequired(true),
        ),
    )
    .addSubcommand((note) =>
      note
        .setName('note')
        .setDescription('Add a note to a case')
        .addIntegerOption(numberOption)
        .addStringOption(textOption),
    )
    .addSubcommand((remove) =>
      remove
        .setName('delete')
        .setDescription('Hide a case; it can be restored')
        .addIntegerOption(numberOption),
    )
    .addSubcommand((restore) =>
      restore.setName('restore').setDescription('Bring back a deleted case').addIntegerOption(numberOption),
    );
}

function numberOption(option: SlashCommandIntegerOption): SlashCommandIntegerOption {
  return option
    .setName('number')
    .setDescription('The number of the case')
    .setMinValue(1)
    .setMaxValue(LARGEST_INTEGER)
    .setRequired(true)
    .setAutocomplete(true);
}

function textOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('text')
    .setDescription('What to remember; moderators alone see it')
    .setMaxLength(MAX_REASON_LENGTH)
    .setRequired(true);
}
