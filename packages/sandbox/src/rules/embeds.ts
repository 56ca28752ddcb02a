import type { Problem } from './discord-error.ts';
import {
  asList,
  asObject,
  asText,
  characters,
  isAbsent,
  isBlank,
  isObject,
  type JsonObject,
} from './json.ts';
import { type Path, required } from './problem.ts';
import { schemeProblems, WEB, WEB_OR_ATTACHMENT } from './urls.ts';

const MAXIMUM_TOTAL = 6_000;
const SAYS_NOTHING: ReadonlySet<string> = new Set(['type', 'color']);

/**
 * What the description does not hold of embeds: blank fields, empty embeds, URL schemes and the total over all embeds.
 *
 * @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
export function* embedsProblems(value: unknown, path: Path): Generator<Problem> {
  let total = 0;
  for (const [index, entry] of asList(value).entries()) {
    const embed = asObject(entry);
    total += textOf(embed);
    yield* embedProblems(embed, [...path, index]);
  }
  if (total > MAXIMUM_TOTAL) {
    yield {
      path,
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${MAXIMUM_TOTAL}`,
    };
  }
}

function* embedProblems(embed: JsonObject, path: Path): Generator<Problem> {
  if (isEmpty(embed)) yield required([...path, 'description']);
  for (const [index, entry] of asList(embed['fields']).entries()) {
    const field = asObject(entry);
    for (const name of ['name', 'value'] as const) {
      if (isBlank(asText(field[name]))) yield required([...path, 'fields', index, name]);
    }
  }
  yield* schemeProblems(embed['url'], WEB, [...path, 'url']);
  const author = asObject(embed['author']);
  yield* schemeProblems(author['url'], WEB, [...path, 'author', 'url']);
  yield* schemeProblems(author['icon_url'], WEB_OR_ATTACHMENT, [...path, 'author', 'icon_url']);
  const footer = asObject(embed['footer']);
  yield* schemeProblems(footer['icon_url'], WEB_OR_ATTACHMENT, [...path, 'footer', 'icon_url']);
  for (const picture of ['image', 'thumbnail'] as const) {
    yield* schemeProblems(asObject(embed[picture])['url'], WEB_OR_ATTACHMENT, [...path, picture, 'url']);
  }
}

function isEmpty(embed: JsonObject): boolean {
  return Object.entries(embed).every(([name, value]) => SAYS_NOTHING.has(name) || isNothing(value));
}

function isNothing(value: unknown): boolean {
  if (isAbsent(value)) return true;
  if (typeof value === 'string') return isBlank(value);
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isNothing);
}

/** The characters that count towards the total: title, description, fields, footer text and author name. */
function textOf(embed: JsonObject): number {
  const fields = asList(embed['fields']).map(asObject);
  return [
    embed['title'],
    embed['description'],
    asObject(embed['footer'])['text'],
    asObject(embed['author'])['name'],
    ...fields.flatMap((field) => [field['name'], field['value']]),
  ].reduce<number>((sum, text) => sum + characters(asText(text).trim()), 0);
}
