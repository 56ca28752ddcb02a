import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { Directory } from '../directory.ts';
import {
  channelSuggestions,
  roleSuggestions,
  userSuggestions,
} from '../suggestions/directory-suggestions.ts';
import { matching } from '../suggestions/matching.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';

const MAXIMUM_SHOWN = 25;
const YES_AND_NO: readonly Suggestion[] = [
  { value: true, label: 'True' },
  { value: false, label: 'False' },
];

/** Lists what can be chosen for an option without asking the bot. */
export function optionSuggestions(
  option: APIApplicationCommandBasicOption,
  text: string,
  directory: Directory,
): Suggestion[] {
  const fitting = matching(allSuggestions(option, directory), text, ({ label, detail }) => [
    label,
    detail ?? '',
  ]);
  return fitting.slice(0, MAXIMUM_SHOWN);
}

function allSuggestions(
  option: APIApplicationCommandBasicOption,
  directory: Directory,
): readonly Suggestion[] {
  switch (option.type) {
    case Type.String:
    case Type.Integer:
    case Type.Number:
      return (option.choices ?? []).map(({ name, value }) => ({ label: name, value }));
    case Type.Boolean:
      return YES_AND_NO;
    case Type.User:
      return userSuggestions(directory);
    case Type.Role:
      return roleSuggestions(directory);
    case Type.Channel:
      return channelSuggestions(directory, option.channel_types);
    case Type.Mentionable:
      return [...userSuggestions(directory), ...roleSuggestions(directory)];
    case Type.Attachment:
    default:
      return [];
  }
}
