import { Locale } from 'discord-api-types/v10';
import type { GuildRecord } from '../state/guild.ts';
import type { World } from '../state/world.ts';

type LocaleCode = `${Locale}`;

/** The language that a person's client is set to. */
export function languageOf({ state }: World, userId: string): LocaleCode {
  return state.languages?.get(userId) ?? Locale.EnglishUS;
}

/** Sets the language of a person's client. */
export function setLanguage({ state }: World, userId: string, locale: LocaleCode): void {
  state.languages ??= new Map();
  state.languages.set(userId, locale);
}

/** The language of a guild, which its community settings say. */
export function languageOfGuild({ properties }: GuildRecord): LocaleCode {
  const { preferred_locale: locale } = properties;
  // -- only Discord's locales are let into the property
  return (locale as LocaleCode | undefined) ?? Locale.EnglishUS;
}
