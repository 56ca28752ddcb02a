import { ApplicationCommandOptionType } from 'discord.js';
import type { TextOption } from './text-leaf.ts';

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

/** How what is named is written in a message, where one does not choose it from a list. */
const WRITTEN: Partial<Record<ApplicationCommandOptionType, string>> = {
  [ApplicationCommandOptionType.Attachment]: 'attached to the message',
  [ApplicationCommandOptionType.Channel]: 'by mention or id',
  [ApplicationCommandOptionType.Mentionable]: 'by mention or id',
  [ApplicationCommandOptionType.Role]: 'by mention or id',
  [ApplicationCommandOptionType.User]: 'by mention or id',
};

/** What an option takes: `a whole number from 1 to 7`. */
export function valueWords(option: TextOption): string {
  if ('choices' in option && option.choices?.length)
    return `one of ${option.choices.map(({ name }) => name).join(', ')}`;
  const kind = KINDS[option.type] ?? 'a value';
  const least = 'min_value' in option ? option.min_value : undefined;
  const most = 'max_value' in option ? option.max_value : undefined;
  if (least !== undefined && most !== undefined) return `${kind} from ${least} to ${most}`;
  if (least !== undefined) return `${kind} of at least ${least}`;
  return most === undefined ? kind : `${kind} of at most ${most}`;
}

/** What an option takes in a message, with what its author says of it. */
export function acceptedWords(option: TextOption): string {
  const accepted = [valueWords(option), WRITTEN[option.type], lengthWords(option)];
  return `${accepted.filter(Boolean).join(' ')} (${option.description})`;
}

function lengthWords(option: TextOption): string | undefined {
  if (option.type !== ApplicationCommandOptionType.String) return undefined;
  const { min_length: least, max_length: most } = option;
  if (least !== undefined && most !== undefined) return `of ${least} to ${most} characters`;
  if (least !== undefined) return `of at least ${least} characters`;
  return most === undefined ? undefined : `of at most ${most} characters`;
}
