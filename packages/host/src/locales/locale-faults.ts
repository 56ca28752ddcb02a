import type { Plugin } from '@twi/sdk';
import { Locale } from 'discord.js';
import { textLeaves } from './text-leaves.ts';

const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));
/** Where the texts of commands are; their English is in their builders, so they are checked against these. */
const COMMANDS = 'commands';
const PLACEHOLDER = /\{\{\s*([^},\s]+)/g;
const PLURAL_FORM = /_(?:zero|one|two|few|many|other)$/;

/** What of a plugin's translations does not fit its English, each with the language and the key. */
export function localeFaults({ locales }: Pick<Plugin, 'locales'>): string[] {
  if (!locales) return [];
  const { 'en-US': english, ...others } = locales;
  if (typeof english !== 'object') return ['"locales" must have "en-US", which the others translate'];
  const texts = textsOf(english);
  return Object.entries(others).flatMap(([locale, words]) =>
    LOCALES.has(locale)
      ? Array.from(translationFaults(texts, words), (fault) => `"locales.${locale}.${fault}`)
      : [`"locales.${locale}" is none of Discord's locales: ${[...LOCALES].join(', ')}`],
  );
}

type Texts = ReadonlyMap<string, ReadonlySet<string>>;

function* translationFaults(english: Texts, words: object): Generator<string> {
  for (const [key, placeholders] of textsOf(words)) {
    if (key.startsWith(`${COMMANDS}.`)) continue;
    const wanted = english.get(key);
    if (!wanted) yield `${key}" translates a text that "en-US" does not have`;
    else if (wanted.symmetricDifference(placeholders).size > 0)
      yield `${key}" must have the placeholders of "en-US": ${[...wanted].join(', ') || 'none'}`;
  }
}

/** The placeholders of each text, those of all its forms of plural together. */
function textsOf(words: object): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>();
  for (const [path, text] of textLeaves(words)) {
    const key = path.replace(PLURAL_FORM, '');
    const names = Array.from(text.matchAll(PLACEHOLDER), ([, name = '']) => name);
    texts.set(key, new Set([...(texts.get(key) ?? []), ...names]));
  }
  return texts;
}
