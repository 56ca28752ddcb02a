import type { SlashCommandSubcommandBuilder } from 'discord.js';
import { HEAVIEST, LONGEST_DESCRIPTION, LONGEST_NAME } from '../roles/self-role.ts';

/** Room for ten mentions and a few words. */
const LONGEST_MENTIONS = 300;
const LONGEST_EMOJI = 60;

/** The option that says which role. */
export function roleOption(
  builder: SlashCommandSubcommandBuilder,
  description: string,
): SlashCommandSubcommandBuilder {
  return builder.addRoleOption((option) =>
    option.setName('role').setDescription(description).setRequired(true),
  );
}

/** What is said about a role; all may be left out. */
export function contentOptions(builder: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return builder
    .addStringOption((option) =>
      option
        .setName('category')
        .setDescription('Under which heading it is shown; "Roles" by default')
        .setMaxLength(LONGEST_NAME)
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('description')
        .setDescription('What it is for, in a few words; none takes it away')
        .setMaxLength(LONGEST_DESCRIPTION),
    )
    .addStringOption((option) =>
      option
        .setName('emoji')
        .setDescription('Shown beside it; none takes it away')
        .setMaxLength(LONGEST_EMOJI),
    )
    .addStringOption((option) =>
      option
        .setName('group')
        .setDescription('Of the roles of one group a member has at most one; none takes it out')
        .setMaxLength(LONGEST_NAME)
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('required')
        .setDescription('Roles of which a member must have any, mentioned; none asks for no role')
        .setMaxLength(LONGEST_MENTIONS),
    )
    .addIntegerOption((option) =>
      option
        .setName('weight')
        .setDescription('Lighter ones stand first; 0 by default')
        .setMinValue(-HEAVIEST)
        .setMaxValue(HEAVIEST),
    );
}
