import type {
  SlashCommandBuilder,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
  SlashCommandSubcommandsOnlyBuilder,
} from 'discord.js';

/** What people type after `/config`. */
export function addConfigSubcommands(command: SlashCommandBuilder): SlashCommandSubcommandsOnlyBuilder {
  return command
    .addSubcommand((sub) =>
      named(
        sub,
        'show',
        'The settings of this server, those marked that nobody has changed.',
      ).addStringOption(completed('plugin', 'Whose settings; all when it is left out', false)),
    )
    .addSubcommand((sub) =>
      named(sub, 'set', 'Changes one setting.')
        .addStringOption(plugin())
        .addStringOption(completed('key', 'Which setting', true))
        .addStringOption(completed('value', 'What it is to be', true)),
    )
    .addSubcommand((sub) => named(sub, 'edit', 'Changes settings in a form.').addStringOption(plugin()))
    .addSubcommand((sub) =>
      named(sub, 'reset', 'Gives settings their defaults.')
        .addStringOption(plugin())
        .addStringOption(completed('key', 'Which setting; all when it is left out', false)),
    )
    .addSubcommand((sub) => named(sub, 'history', 'Who changed what, and when.').addStringOption(plugin()))
    .addSubcommand((sub) =>
      named(sub, 'revert', 'Goes back to how settings were.')
        .addStringOption(plugin())
        .addIntegerOption((option) =>
          option
            .setName('revision')
            .setDescription('A number from /config history; 0 for the defaults')
            .setRequired(true)
            .setMinValue(0),
        ),
    )
    .addSubcommand((sub) => named(sub, 'export', 'All settings and the enabled plugins as one file.'))
    .addSubcommand((sub) =>
      named(sub, 'import', 'Takes settings from a file. Shows first what would change.').addAttachmentOption(
        (option) => option.setName('file').setDescription('A file from /config export').setRequired(true),
      ),
    );
}

function named(
  sub: SlashCommandSubcommandBuilder,
  name: string,
  description: string,
): SlashCommandSubcommandBuilder {
  return sub.setName(name).setDescription(description);
}

const plugin = () => completed('plugin', 'Whose settings', true);

function completed(name: string, description: string, isRequired: boolean) {
  return (option: SlashCommandStringOption): SlashCommandStringOption =>
    option.setName(name).setDescription(description).setRequired(isRequired).setAutocomplete(true);
}
