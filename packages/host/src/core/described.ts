import type { Translator } from '@twi/sdk';
import type { Locale } from 'discord.js';

/** Something of a command that people read, with what other languages say. */
export interface Described {
  readonly description: string;
  readonly description_localizations?: Partial<Record<Locale, string | null | undefined>> | null | undefined;
}

/** The description in a language, or as the command's author wrote it. */
export function descriptionOf(described: Described, { locale }: Translator): string {
  return described.description_localizations?.[locale] ?? described.description;
}
