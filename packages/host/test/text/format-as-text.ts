import { ApplicationCommandOptionType as Type } from 'discord.js';
import type { TextValue } from '../../src/text/parse-value.ts';
import type { TextOption } from '../../src/text/text-leaf.ts';

const MENTIONS: Partial<Record<Type, string>> = {
  [Type.User]: '<@',
  [Type.Role]: '<@&',
  [Type.Channel]: '<#',
  [Type.Mentionable]: '<@',
};

/** Types values as a careful person would: what is needed in its order, the rest by name. */
export function formatAsText(options: readonly TextOption[], values: ReadonlyMap<string, TextValue>): string {
  return options
    .filter(({ type, name }) => type !== Type.Attachment && values.has(name))
    .map((option) => {
      const written = write(option, values.get(option.name) ?? '');
      return option.required ? written : `${option.name}:${written}`;
    })
    .join(' ');
}

function write({ type }: TextOption, value: TextValue): string {
  const mention = MENTIONS[type];
  if (mention !== undefined) return `${mention}${value}>`;
  if (typeof value === 'boolean') return value ? 'yes' : 'off';
  if (typeof value === 'number') return String(value);
  return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
