import { type PermissionNode, reply } from '@twi/sdk';
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandType,
  PermissionsBitField,
} from 'discord.js';
import { valueWords } from '../../text/option-words.ts';
import type { HelpEntry } from '../help-entry.ts';
import { enumerate, spaced } from '../words.ts';
import { entryName } from './help-list-reply.ts';

type Option = APIApplicationCommandBasicOption;

/** How one command is used, by whom; `typed` is its form as a message, where it has one. */
export function helpDetailsReply(
  entry: HelpEntry,
  declared: PermissionNode | undefined,
  typed: string | undefined,
) {
  const { plugin, description, options, example } = entry;
  const fields = [
    { name: 'How to type it', value: syntax(entry) },
    { name: 'As a message', value: typed ? `\`${typed}\`` : '' },
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

function whoMay({ node, memberPermissions }: HelpEntry, declared: PermissionNode | undefined): string {
  if (node !== undefined) {
    const holders = declared?.default ? `members with ${spaced(declared.default)}` : 'everyone';
    return `Whoever holds \`${node}\`; by default ${holders}.`;
  }
  if (memberPermissions === undefined) return 'Everyone.';
  const names = new PermissionsBitField(memberPermissions).toArray().map(spaced);
  return names.length > 0 ? `Members with ${enumerate(names)}.` : 'Administrators.';
}
