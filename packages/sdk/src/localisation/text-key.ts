import type { PluginCatalogues, PluralForm } from './catalogue.ts';

/** A text of a plugin: `moderation:dm.banned`. Of a text with forms of plural, the key without the form. */
export type TextKey = {
  [Id in keyof PluginCatalogues]: `${Id}:${PathIn<PluginCatalogues[Id]>}`;
}[keyof PluginCatalogues];

type PathIn<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? WithoutForm<Key>
    : `${Key}.${PathIn<Texts[Key]>}`;
}[keyof Texts & string];

type WithoutForm<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;

/** A text that is put into words only when it is known who reads it. */
export interface Phrase {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | Phrase>>;
}

/** What a text is filled in with: one value for each of its `{{placeholders}}`. */
export type TextValues<Key extends TextKey> = {
  readonly [Name in PlaceholderIn<TextOf<Key>>]: Name extends 'count' ? number : string | number | Phrase;
};

/** The values after a key: none where its text has no placeholders. */
export type ValuesAfter<Key extends TextKey> = [keyof TextValues<Key>] extends [never]
  ? []
  : [values: TextValues<Key>];

type TextOf<Key extends TextKey> = Key extends `${infer Id}:${infer Path}`
  ? Id extends keyof PluginCatalogues
    ? TextAt<PluginCatalogues[Id], Path>
    : never
  : never;

type TextAt<Texts, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Texts
    ? TextAt<Texts[Head], Rest>
    : never
  : Path extends keyof Texts
    ? Texts[Path]
    : `${Path}_other` extends keyof Texts
      ? Texts[`${Path}_other`]
      : never;

type PlaceholderIn<Text> = Text extends `${string}{{${infer Inside}}}${infer Rest}`
  ? NameIn<Inside> | PlaceholderIn<Rest>
  : never;

/** `count, number` is formatted as a number; the name stands before the comma. */
type NameIn<Inside extends string> = Inside extends `${infer Name},${string}` ? Name : Inside;
