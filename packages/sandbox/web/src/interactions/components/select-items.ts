import { ComponentType } from 'discord-api-types/v10';
import type { APISelectMenuComponent } from 'discord-api-types/v10';
import type { Directory } from '../directory.ts';
import {
  channelSuggestions,
  roleSuggestions,
  userSuggestions,
} from '../suggestions/directory-suggestions.ts';
import type { Suggestion } from '../suggestions/suggestion.ts';

/** Lists what a select menu offers. */
export function selectItems(menu: APISelectMenuComponent, directory: Directory): Suggestion<string>[] {
  switch (menu.type) {
    case ComponentType.StringSelect:
      return menu.options.map(({ label, value, description, emoji }) => ({
        label,
        value,
        ...(description !== undefined && { detail: description }),
        ...(emoji?.name !== undefined && { sign: emoji.name }),
      }));
    case ComponentType.UserSelect:
      return userSuggestions(directory);
    case ComponentType.RoleSelect:
      return roleSuggestions(directory);
    case ComponentType.MentionableSelect:
      return [...userSuggestions(directory), ...roleSuggestions(directory)];
    case ComponentType.ChannelSelect:
    default:
      return channelSuggestions(directory, menu.channel_types);
  }
}

/** The values that the bot has chosen beforehand. */
export function defaultValues(menu: APISelectMenuComponent): string[] {
  if (menu.type !== ComponentType.StringSelect) return (menu.default_values ?? []).map(({ id }) => id);
  return menu.options.filter((option) => option.default).map(({ value }) => value);
}
