import { type PermissionNode, reply } from '@twi/sdk';
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  PermissionsBitField,
} from 'discord.js';
import type { HelpEntry } from '../help-entry.ts';
import { enumerate, spaced } from '../words.ts';
import { entryName } from './help-list-reply.ts';

type Option = APIApplicationCommandBasicOption;

const KINDS: Partial<Record<ApplicationCommandOptionType, string>> = {
  [ApplicationCommandOptionType.Attachment]: 'a file',
  [ApplicationCommandOptionType.Boolean]: 'true or false',
  [ApplicationCommandOptionType.Channel]: 'a channel',
  [ApplicationCommandOptionType.Integer]: 'a whole number',
  [ApplicationCommandOptionType.Mentionable]: 'a member or role',
  [ApplicationCommandOptionType.Number]: 'a number',
  [ApplicationCommandOptionType.Role]: 'a role',
  [ApplicationCommandOptionType.String]: 'text',
  [ApplicationCommandOptionType.User]: 'a member',
};

/** How one command is used, by whom. */
export function helpDetailsReply(entry: HelpEntry, declared: PermissionNode | undefined) {
  const { plugin, description, options, example } = entry;
  const fields = [
    { name: 'How to type it', value: syntax(entry) },
    { name: 'Options', value: options.map(optionLine).join('\n') },
    { name: 'Who may use it', value: whoMay(entry, declared) },
    { name: 'Example', value: example ? `\`${example}\`` : '' },
  ];
  return reply.info(description, {
    title: entryName(entry),
    fields: fields.filter(({ value }) => value),
    footer: plugin.plugin?.title ?? plugin.id,
  });
}

/** `/case view number: [user:]`: what is in brackets may be left out. */
function syntax({ type, path, options }: HelpEntry): string {
  if (type !== ApplicationCommandType.ChatInput) return '';
  const parts = options.map(({ name, required }) => (required ? `${name}:` : `[${name}:]`));
  return `\`${[`/${path}`, ...parts].join(' ')}\``;
}

function optionLine(option: Option): string {
  const need = option.required ? 'needed' : 'may be left out';
  return `\`${option.name}\` ${option.description} (${valueWords(option)}, ${need})`;
}

function valueWords(option: Option): string {
  if ('choices' in option && option.choices?.length)
    return `one of ${option.choices.map(({ name }) => name).join(', ')}`;
  const kind = KINDS[option.type] ?? 'a value';
  const least = 'min_value' in option ? option.min_value : undefined;
  const most = 'max_value' in option ? option.max_value : undefined;
  if (least !== undefined && most !== undefined) return `${kind} from ${least} to ${most}`;
  if (least !== undefined) return `${kind} of at least ${least}`;
  return most === undefined ? kind : `${kind} of at most ${most}`;
}

function whoMay({ node, memberPermissions }: HelpEntry, declared: PermissionNode | undefined): string {
  if (node !== undefined) {
    const holders = declared?.default ? `members with ${spaced(declared.default)}` : 'everyone';
    return `Whoever holds \`${node}\`; by default ${holders}.`;
  }
  if (memberPermissions === undefined) return 'Everyone.';
  const names = new PermissionsBitField(memberPermissions).toArray().map(spaced);
  return names.length > 0 ? `Members with ${enumerate(names)}.` : 'Administrators.';
}
