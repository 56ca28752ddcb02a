import type { Locale } from 'discord.js';

/** Texts by key, grouped as a plugin likes. Keys are kebab-case or camelCase words; `_` is for forms of plural. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** What people read of a command while they type it, in one language. */
export interface CommandTranslation {
  /** At most 100 characters. */
  readonly description?: string;
  /** Descriptions of options by their names, at most 100 characters each. */
  readonly options?: Readonly<Record<string, string>>;
  /** What people pick: names of choices by their values, at most 100 characters each, by option. */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Subcommands, and groups of them, by their names. */
  readonly subcommands?: Readonly<Record<string, CommandTranslation>>;
}

/** The forms of plural that a language may have (Unicode CLDR). */
export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * The words of another language: any of the English texts, and those of commands, whose English is in their builders.
 * What is missing is said in English.
 */
export type Translation<English extends Catalogue> = Texts<English> & {
  readonly commands?: Readonly<Record<string, CommandTranslation>>;
};

type Texts<English> = {
  readonly [Key in keyof English]?: English[Key] extends string ? string : Texts<English[Key]>;
} & { readonly [Key in PluralKeys<English>]?: string };

/** Other languages have more forms of plural than English. */
type PluralKeys<English> = {
  [Key in keyof English]: Key extends `${infer Base}_other` ? `${Base}_${PluralForm}` : never;
}[keyof English];

/** The words of a plugin by language; English is what the others are translated from. */
export type PluginLocales = Readonly<Partial<Record<`${Locale}`, object>>> & { readonly 'en-US': Catalogue };

/**
 * The English words of plugins, by plugin id. A plugin adds its own by module augmentation, so that the checker knows
 * its keys and what each wants to be filled in with.
 *
 * @example
 * declare module '@twi/sdk' {
 *   interface PluginCatalogues {
 *     moderation: typeof english;
 *   }
 * }
 */
// oxlint-disable-next-line typescript/no-empty-object-type, typescript/no-empty-interface -- filled by augmentation
export interface PluginCatalogues {}
