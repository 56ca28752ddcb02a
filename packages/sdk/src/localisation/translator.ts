import { container } from '@sapphire/pieces';
import type { BaseInteraction, Guild, Locale } from 'discord.js';
import type { Phrase, TextKey, ValuesAfter } from './text-key.ts';

/** Puts texts into words in one language, or in English where that has none. */
export interface Translator {
  <Key extends TextKey>(key: Key, ...values: ValuesAfter<Key>): string;
  /** Puts a phrase into words. */
  say(phrase: Phrase): string;
  /** The language, for `Intl`. */
  readonly locale: `${Locale}`;
}

/** The words of all loaded plugins, kept by the host. */
export interface Translations {
  /** Speaks a language. */
  in(locale: `${Locale}`): Translator;
  /** The language of what everybody in a guild reads. */
  localeOf(guild: Guild): Promise<`${Locale}`>;
}

declare module '@sapphire/pieces' {
  interface Container {
    translations: Translations;
  }
}

/** Who reads it: the person alone (what is ephemeral), or everybody in the channel. */
export type Audience = 'person' | 'guild';

/**
 * Speaks the language of who is going to read: of a person what their Discord is set to; of a guild what its staff chose
 * with `/config set plugin:core`, or else what the guild's community settings say.
 *
 * @example
 * const t = await translator(interaction);
 * await interaction.reply(reply.success(t('greeter:saved'), { ephemeral: true }));
 */
export async function translator(
  source: BaseInteraction | Guild,
  { audience = 'person' }: { readonly audience?: Audience } = {},
): Promise<Translator> {
  const { translations } = container;
  if (!isInteraction(source)) return translations.in(await translations.localeOf(source));
  // Only the person reads what is said in direct messages.
  const isShared = audience === 'guild' && source.guild !== null;
  return translations.in(isShared ? await translations.localeOf(source.guild) : source.locale);
}

/** Commands that were typed as messages are interactions by their shape alone. */
function isInteraction(source: BaseInteraction | Guild): source is BaseInteraction {
  return 'locale' in source;
}
