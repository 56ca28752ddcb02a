import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';

const NAMES: Readonly<Record<number, string>> = {
  [Type.String]: 'text',
  [Type.Integer]: 'whole number',
  [Type.Boolean]: 'true or false',
  [Type.User]: 'user',
  [Type.Channel]: 'channel',
  [Type.Role]: 'role',
  [Type.Mentionable]: 'user or role',
  [Type.Number]: 'number',
  [Type.Attachment]: 'file',
};

/** Names what an option takes, in people's words. */
export function optionKind(type: Type): string {
  return NAMES[type] ?? 'value';
}
