import { randomUUID } from 'node:crypto';
import type { ILogger } from '@sapphire/framework';
import { formatDuration, type Phrase, type Plugin, type Translations, type Translator } from '@twi/sdk';
import type { Guild, Locale, Snowflake } from 'discord.js';
import i18next, { type i18n } from 'i18next';
import { NumberFormats } from './number-formats.ts';

type LocaleCode = `${Locale}`;

const ENGLISH: LocaleCode = 'en-US';

/** Where else a text is looked for; Discord has two kinds of Spanish. */
const RELATIVES: Partial<Record<LocaleCode, readonly LocaleCode[]>> = {
  'es-419': ['es-ES'],
  'es-ES': ['es-419'],
};

export interface PluginTranslationsParts {
  /** The language that a guild chose; `null` for that of its community settings. */
  readonly chosenLocale?: (guildId: Snowflake) => Promise<LocaleCode | null>;
  readonly logger?: Pick<ILogger, 'error'>;
  /** Throws where a text is missing in every language, instead of saying its key. */
  readonly isStrict: boolean;
}

/** The words of the plugins that are loaded. Nothing is read from disk: they are modules of the plugins. */
export class PluginTranslations implements Translations {
  readonly #parts: PluginTranslationsParts;
  readonly #texts: i18n;
  readonly #speakers = new Map<LocaleCode, Translator>();
  /** Keys whose absence was told. */
  readonly #missed = new Set<string>();

  constructor(parts: PluginTranslationsParts) {
    this.#parts = parts;
    this.#texts = i18next.createInstance();
    void this.#texts.init({
      resources: {},
      ns: [],
      // -- only locales are asked for
      fallbackLng: (locale) => [...(RELATIVES[locale as LocaleCode] ?? []), ENGLISH],
      initAsync: false,
      showSupportNotice: false,
      // They are kept by all values that ever came with them, without end.
      cacheInBuiltFormats: false,
      interpolation: {
        // Texts are Markdown, not HTML.
        escapeValue: false,
        // It is looked for in what people typed, by an expression that takes exponential time after a `$t(`: nobody can type this.
        nestingPrefix: randomUUID(),
      },
      parseMissingKeyHandler: (key) => this.#miss(key),
    });
    const { formatter } = this.#texts.services;
    const numbers = new NumberFormats();
    formatter?.add('duration', (ms, locale) => formatDuration(Number(ms), locale));
    formatter?.add('number', (value, locale = ENGLISH, digits) =>
      numbers.write(Number(value), locale, digits),
    );
  }

  /** Learns the words of a plugin. */
  add({ id, locales }: Pick<Plugin, 'id' | 'locales'>): void {
    for (const [locale, words] of Object.entries(locales ?? {}))
      this.#texts.addResourceBundle(locale, id, words);
  }

  /** Forgets them. */
  remove(id: string): void {
    for (const locale of Object.keys(this.#texts.store.data)) this.#texts.removeResourceBundle(locale, id);
  }

  in(wanted: LocaleCode): Translator {
    const locale = this.#spoken(wanted);
    const known = this.#speakers.get(locale);
    if (known) return known;
    const say = (phrase: Phrase): string => this.#say(locale, phrase);
    const speaker: Translator = Object.assign(
      (key: string, values: Phrase['values'] = {}) => say({ key, values }),
      { say, locale },
    );
    this.#speakers.set(locale, speaker);
    return speaker;
  }

  async localeOf({ id, preferredLocale }: Guild): Promise<LocaleCode> {
    return (await this.#parts.chosenLocale?.(id)) ?? preferredLocale;
  }

  /** The nearest language that some plugin has words in, so that numbers and lists match the words around them. */
  #spoken(wanted: LocaleCode): LocaleCode {
    const { data } = this.#texts.store;
    const nearest = [wanted, ...(RELATIVES[wanted] ?? [])];
    return nearest.find((locale) => Object.keys(data[locale] ?? {}).length > 0) ?? ENGLISH;
  }

  #say(lng: LocaleCode, { key, values }: Phrase): string {
    const filled = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? this.#say(lng, value) : value,
    ]);
    // What people typed must not be read as a reference to another text.
    const words: unknown = this.#texts.t(key, { ...Object.fromEntries(filled), lng, nest: false });
    return typeof words === 'string' ? words : this.#miss(key);
  }

  #miss(key: string): string {
    const words = `No plugin that is loaded has the text "${key}".`;
    if (this.#parts.isStrict) throw new TypeError(words);
    if (!this.#missed.has(key)) this.#parts.logger?.error(words);
    this.#missed.add(key);
    return key;
  }
}
