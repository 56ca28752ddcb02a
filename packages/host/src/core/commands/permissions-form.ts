import {
  InteractionContextType,
  type SlashCommandBuilder,
  type SlashCommandMentionableOption,
  type SlashCommandStringOption,
  type SlashCommandSubcommandBuilder,
  type SlashCommandSubcommandsOnlyBuilder,
} from 'discord.js';

/** The subcommands of `/permissions` as Discord shows them. */
export function permissionsForm(command: SlashCommandBuilder): SlashCommandSubcommandsOnlyBuilder {
  return command
    .setContexts(InteractionContextType.Guild)
    .addSubcommand(change('grant', 'Lets a role or a member do something'))
    .addSubcommand(change('deny', 'Keeps a role or a member from doing something'))
    .addSubcommand(change('clear', 'Takes back what was granted or denied'))
    .addSubcommand((sub) =>
      sub
        .setName('list')
        .setDescription('What is granted and denied in this server')
        .addMentionableOption((option) =>
          option.setName('target').setDescription('Only what is set for this role or member'),
        ),
    )
    .addSubcommand((sub) =>
      sub
        .setName('explain')
        .setDescription('Why somebody may or may not use a command')
        .addUserOption((option) => option.setName('user').setDescription('Who').setRequired(true))
        .addStringOption((option) =>
          option.setName('command').setDescription('Which command').setRequired(true).setAutocomplete(true),
        )
        .addChannelOption((option) => option.setName('channel').setDescription('Where; without it, here')),
    );
}

function change(name: string, description: string) {
  return (sub: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder =>
    sub
      .setName(name)
      .setDescription(description)
      .addStringOption(nodeOption)
      .addMentionableOption(targetOption);
}

function nodeOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('node').setDescription('What it allows').setRequired(true).setAutocomplete(true);
}

function targetOption(option: SlashCommandMentionableOption): SlashCommandMentionableOption {
  return option.setName('target').setDescription('A role or a member').setRequired(true);
}
