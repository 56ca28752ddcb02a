import { permissionName, type PermissionNode, reply, type Translator } from '@twi/sdk';
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandType,
  PermissionsBitField,
} from 'discord.js';
import { valueWords } from '../../text/option-words.ts';
import { descriptionOf } from '../described.ts';
import type { HelpEntry } from '../help-entry.ts';
import { enumerate } from '../words.ts';
import { entryName } from './help-list-reply.ts';

type Option = APIApplicationCommandBasicOption;

export interface HelpDetails {
  readonly entry: HelpEntry;
  readonly declared: PermissionNode | undefined;
  /** Its form as a message, where it has one. */
  readonly typed: string | undefined;
}

/** How one command is used, by whom. */
export function helpDetailsReply({ entry, declared, typed }: HelpDetails, t: Translator) {
  const { plugin, options, example } = entry;
  const fields = [
    { name: t('core:help.syntax'), value: syntax(entry) },
    { name: t('core:help.as-message'), value: typed ? `\`${typed}\`` : '' },
    { name: t('core:help.options'), value: options.map((option) => optionLine(option, t)).join('\n') },
    { name: t('core:help.who'), value: whoMay(entry, declared, t) },
    { name: t('core:help.example'), value: example ? `\`${example}\`` : '' },
  ];
  return reply.info(descriptionOf(entry, t), {
    title: entryName(entry, t),
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

function optionLine(option: Option, t: Translator): string {
  const need = t(option.required ? 'core:help.needed' : 'core:help.optional');
  return `\`${option.name}\` ${descriptionOf(option, t)} (${valueWords(option)}, ${need})`;
}

function whoMay(
  { node, memberPermissions }: HelpEntry,
  declared: PermissionNode | undefined,
  t: Translator,
): string {
  if (node !== undefined) {
    const holders = declared?.default
      ? t('core:help.members-with', { permission: permissionName(declared.default) })
      : t('core:help.everyone');
    return t('core:help.holders-of-node', { node, holders });
  }
  if (memberPermissions === undefined) return t('core:help.everyone-alone');
  const names = new PermissionsBitField(memberPermissions).toArray().map(permissionName);
  if (names.length === 0) return t('core:help.administrators');
  return t('core:help.only-members-with', { permissions: enumerate(names, t.locale) });
}
