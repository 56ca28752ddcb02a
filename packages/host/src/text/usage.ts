import { ApplicationCommandOptionType } from 'discord.js';
import { freeText } from './free-text.ts';
import type { TextLeaf, TextOption } from './text-leaf.ts';

/** How something is typed as a message: `!ban <user> [reason] [duration:…]`. What is in square brackets may be left out. */
export function usageLine(leaf: TextLeaf, prefix: string): string {
  const rest = freeText(leaf);
  const parts = leaf.options.map((option) => optionUsage(option, option === rest));
  return [`${prefix}${leaf.path.join(' ')}`, ...parts].join(' ');
}

function optionUsage({ name, required, type }: TextOption, isRest: boolean): string {
  if (type === ApplicationCommandOptionType.Attachment)
    return required ? `<attached ${name}>` : `[attached ${name}]`;
  if (required) return `<${name}>`;
  return isRest ? `[${name}]` : `[${name}:…]`;
}
