import type {
  SlashCommandBuilder,
  SlashCommandSubcommandBuilder,
  SlashCommandSubcommandsOnlyBuilder,
} from 'discord.js';
import { MOST_REPLAYED, TEXT_CHANNELS } from '../automod/replayable.ts';
import { ruleOption, shapeOptions } from './automod-options.ts';

/** Discord's longest message. */
const LONGEST_MESSAGE = 4_000;

/** What `/automod` takes. */
export function automodSubcommands(command: SlashCommandBuilder): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommand((add) =>
      shapeOptions(
        add.setName('add').setDescription('Add a rule for what members write'),
        true,
      ).addBooleanOption((option) =>
        option.setName('dry-run').setDescription('Only log what the rule would have done'),
      ),
    )
    .addSubcommand((edit) =>
      shapeOptions(
        edit
          .setName('edit')
          .setDescription('Change a rule; with nothing but the rule a form opens')
          .addStringOption((option) => ruleOption(option).setRequired(true)),
        false,
      ).addBooleanOption((option) => option.setName('enabled').setDescription('Whether the rule is on')),
    )
    .addSubcommand((remove) =>
      remove
        .setName('remove')
        .setDescription('Remove a rule; /undo brings it back')
        .addStringOption((option) => ruleOption(option).setRequired(true)),
    )
    .addSubcommand((list) => list.setName('list').setDescription('Show all rules in plain words'))
    .addSubcommand(testOptions)
    .addSubcommand(dryRunOptions);
}

function testOptions(test: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return test
    .setName('test')
    .setDescription('See what each rule makes of a message, and why')
    .addStringOption((option) =>
      option
        .setName('text')
        .setDescription('Something that somebody could write')
        .setMaxLength(LONGEST_MESSAGE),
    )
    .addStringOption((option) =>
      option.setName('message').setDescription('The link of a message in this server'),
    )
    .addUserOption((option) =>
      option.setName('user').setDescription('As if this member had written it; you by default'),
    );
}

function dryRunOptions(dryRun: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return dryRun
    .setName('dry-run')
    .setDescription('Let a rule only log, or see what rules would have done about past messages')
    .addStringOption(ruleOption)
    .addBooleanOption((option) =>
      option.setName('on').setDescription('Whether the rule only logs; the other way round by default'),
    )
    .addChannelOption((option) =>
      option
        .setName('channel')
        .setDescription('Whose latest messages to go through, with the rule or with all')
        .addChannelTypes(...TEXT_CHANNELS),
    )
    .addIntegerOption((option) =>
      option
        .setName('messages')
        .setDescription('How many messages to go through; 100 by default')
        .setMinValue(1)
        .setMaxValue(MOST_REPLAYED),
    );
}
