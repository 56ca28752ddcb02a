import { asList, asObject, asText, characters, type JsonObject } from './json.ts';

/**
 * The characters that Discord counts against a command's 8,000: names, descriptions and values of the command, its
 * options and their choices; of translations the longest of each text.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#slash-commands
 */
export function commandSize(holder: JsonObject): number {
  const inside = [...asList(holder['options']), ...asList(holder['choices'])];
  return (
    longest(holder['name'], holder['name_localizations']) +
    longest(holder['description'], holder['description_localizations']) +
    characters(asText(holder['value'])) +
    inside.reduce<number>((sum, entry) => sum + commandSize(asObject(entry)), 0)
  );
}

function longest(text: unknown, translations: unknown): number {
  const texts = [text, ...Object.values(asObject(translations))];
  return Math.max(...texts.map((one) => characters(asText(one))));
}
