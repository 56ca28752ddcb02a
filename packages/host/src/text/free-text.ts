import { ApplicationCommandOptionType } from 'discord.js';
import type { TextLeaf, TextOption } from './text-leaf.ts';

/**
 * The option that takes what is left of the line, so that it needs no quotation marks: the first text that may be left
 * out (`/timeout user duration [reason]`), else the last one that is needed, if nothing needed follows it.
 */
export function freeText({ options }: Pick<TextLeaf, 'options'>): TextOption | undefined {
  const optional = options.find((option) => !option.required && isText(option));
  if (optional) return optional;
  const last = options.findLast(
    ({ required, type }) => required && type !== ApplicationCommandOptionType.Attachment,
  );
  return last && isText(last) ? last : undefined;
}

function isText(option: TextOption): boolean {
  return option.type === ApplicationCommandOptionType.String && !option.choices?.length;
}
