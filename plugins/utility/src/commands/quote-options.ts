import type {
  SlashCommandBuilder,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
  SlashCommandSubcommandsOnlyBuilder,
} from 'discord.js';
import { QUOTE_LIMITS } from '../quotes/quote-errors.ts';

/** The subcommands of `/quote`. */
export function addQuoteSubcommands(command: SlashCommandBuilder): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommand((add) =>
      withCredit(
        add
          .setName('add')
          .setDescription('Keep a quote')
          .addStringOption((option) =>
            textOption(option).setDescription('What was said; \\n begins a new line').setRequired(true),
          ),
      ),
    )
    .addSubcommand((get) =>
      get.setName('get').setDescription('Show a quote; without a number, any').addStringOption(numberOption),
    )
    .addSubcommand((find) =>
      find
        .setName('find')
        .setDescription('Search the quotes')
        .addStringOption((option) =>
          option
            .setName('search')
            .setDescription('Words that are in it; beginnings of words will do')
            .setMaxLength(QUOTE_LIMITS.longestSearch)
            .setRequired(true),
        ),
    )
    .addSubcommand((who) =>
      who
        .setName('who')
        .setDescription('Show who added a quote')
        .addStringOption((option) => numberOption(option).setRequired(true)),
    )
    .addSubcommand((edit) =>
      withCredit(
        edit
          .setName('edit')
          .setDescription('Change a quote')
          .addStringOption((option) => numberOption(option).setRequired(true))
          .addStringOption((option) => textOption(option).setDescription('What it says instead')),
      ),
    )
    .addSubcommand((remove) =>
      remove
        .setName('delete')
        .setDescription('Delete a quote; its number stays its own')
        .addStringOption((option) => numberOption(option).setRequired(true)),
    );
}

function withCredit(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand
    .addUserOption((option) => option.setName('user').setDescription('Who said it'))
    .addStringOption((option) =>
      option
        .setName('name')
        .setDescription('Who said it, without an account here')
        .setMaxLength(QUOTE_LIMITS.name),
    );
}

function textOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('text').setMinLength(QUOTE_LIMITS.shortest).setMaxLength(QUOTE_LIMITS.longest);
}

function numberOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('number')
    .setDescription('Which one; type a number or a word')
    .setMaxLength(QUOTE_LIMITS.longestSearch)
    .setAutocomplete(true);
}
