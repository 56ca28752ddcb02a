import {
  ChannelType,
  type ChatInputCommandInteraction,
  type SlashCommandStringOption,
  type SlashCommandSubcommandBuilder,
} from 'discord.js';
import { BOUNDS } from '../automod/rules/bounds.ts';
import { EXPRESSION } from '../automod/rules/read-condition.ts';
import { ALL_TRIGGERS, TRIGGERS } from '../automod/rules/trigger-names.ts';

/** Discord's largest text for an option (Interactions › Application Commands › Option Type). */
const LONGEST_VALUES = 6_000;

/** What the option `action` offers, and what people read. */
export const MAIN_ACTIONS = {
  delete: 'Delete the message',
  warn: 'Warn',
  timeout: 'Time out (see duration)',
  kick: 'Kick',
  ban: 'Ban (see duration)',
  role: 'Give a role (see role)',
  reply: 'Reply (see reply)',
  log: 'Only log it',
} as const;

export type MainAction = keyof typeof MAIN_ACTIONS;

/** The options that `add` and `edit` share. In `add`, what a rule cannot be without is required. */
export function shapeOptions(
  builder: SlashCommandSubcommandBuilder,
  isRequired: boolean,
): SlashCommandSubcommandBuilder {
  return builder
    .addStringOption((option) =>
      option
        .setName('name')
        .setDescription('What to call the rule')
        .setMaxLength(BOUNDS.nameLength)
        .setRequired(isRequired),
    )
    .addStringOption((option) => triggerOption(option).setRequired(isRequired))
    .addStringOption((option) => actionOption(option).setRequired(isRequired))
    .addStringOption((option) =>
      option
        .setName('values')
        .setDescription('Words, domains, numbers … of the trigger, parted by commas; or the expression')
        .setMaxLength(LONGEST_VALUES),
    )
    .addBooleanOption((option) =>
      option
        .setName('delete')
        .setDescription('Also delete the message; yes unless the action is Reply or Only log it'),
    )
    .addStringOption((option) =>
      option.setName('duration').setDescription('How long a timeout or ban lasts: 10m, 2h, 1d12h'),
    )
    .addRoleOption((option) => option.setName('role').setDescription('The role that is given'))
    .addStringOption((option) =>
      option
        .setName('reply')
        .setDescription('What to say in the channel; it goes away after a while')
        .setMaxLength(BOUNDS.replyLength),
    )
    .addChannelOption((option) =>
      option
        .setName('log-channel')
        .setDescription('Where this rule is logged besides the log of automod')
        .addChannelTypes(ChannelType.GuildText),
    )
    .addRoleOption((option) => option.setName('exempt-role').setDescription('Whose holders are left alone'))
    .addChannelOption((option) =>
      option
        .setName('exempt-channel')
        .setDescription('Channel, thread or category where the rule does not apply'),
    );
}

function triggerOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('trigger')
    .setDescription('What to look for')
    .addChoices(...ALL_TRIGGERS.map((name) => ({ name: TRIGGERS[name].title, value: name as string })), {
      name: 'Expression: several of these with and, or, not',
      value: EXPRESSION,
    });
}

function actionOption(option: SlashCommandStringOption): SlashCommandStringOption {
  const choices = Object.entries(MAIN_ACTIONS).map(([value, name]) => ({ name, value }));
  return option
    .setName('action')
    .setDescription('What to do')
    .addChoices(...choices);
}

/** The option that says which rule, by number or name. */
export function ruleOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('rule').setDescription('Number or name of the rule').setAutocomplete(true);
}

/** Whether any of the options is given that change a rule. */
export function changesShape({ options }: ChatInputCommandInteraction): boolean {
  const names = ['name', 'trigger', 'action', 'values', 'delete', 'duration', 'role', 'reply', 'enabled'];
  return [...names, 'log-channel', 'exempt-role', 'exempt-channel'].some(
    (name) => options.get(name) !== null,
  );
}
