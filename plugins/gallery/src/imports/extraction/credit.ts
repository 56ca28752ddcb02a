import type { Snowflake } from 'discord.js';
import { clip } from '@twi/sdk';
import { plainText } from './plain-text.ts';
import type { SourcePost } from './source-post.ts';

/** Who made something: somebody on Discord, a name, or both. */
export interface Creator {
  readonly name: string | undefined;
  readonly id?: Snowflake | undefined;
}

/** The creator of a post, and how that is known. */
export interface FoundCreator extends Creator {
  /** `named`: the post says so; `author`: it says nothing, so it is who wrote it. */
  readonly how: 'named' | 'author';
  /** How many people are mentioned as its creators. */
  readonly mentioned: number;
}

/** The gallery's limit for the name of a creator. */
const LONGEST_NAME = 100;
/** `**Created by:** …`, `Artist: …`, `By : …`; what follows is looked at to the end of the line that it begins. */
const MARKER =
  /(?<![\p{L}\p{N}])(?:created by|creator|artist|by)[ \t*_~`]{0,10}[:：][ \t*_~`]{0,10}\n?[ \t]{0,10}([^\n]{0,300})/giu;
const MENTION = /<@!?(\d{17,20})>/g;
/** What somebody calls themselves. */
const ONESELF = new Set(['me', 'myself', 'self', 'i', 'yours truly']);

/** Tells whether a line says who made it, and so is no title. */
export function isCredit(line: string): boolean {
  return new RegExp(MARKER.source, 'iu').test(line);
}

/** Finds who made what a post shows: a mention after `Created by:`, `Creator:`, `Artist:` or `By:`, else a name there, else the author. */
export function findCreator({ author, content, embeds }: SourcePost): FoundCreator {
  const texts = [
    ...embeds.flatMap(({ fields }) =>
      fields.map(({ name, value }) => `${name.replace(/:\s*$/, '')}: ${value}`),
    ),
    ...embeds.map(({ description = '' }) => description),
    content,
  ];
  const credits = texts.flatMap((text) => [...text.matchAll(MARKER)].map(([, credit = '']) => credit));
  for (const credit of credits) {
    const ids = [...new Set(Array.from(credit.matchAll(MENTION), ([, id = '']) => id))];
    const [id] = ids;
    if (id) return { name: undefined, id, how: 'named', mentioned: ids.length };
  }
  const ofAuthor = { name: clip(author.name.trim(), LONGEST_NAME) || undefined, id: author.id };
  const name = credits.map(nameIn).find((found) => found !== '');
  if (name === undefined) return { ...ofAuthor, how: 'author', mentioned: 0 };
  return ONESELF.has(name.toLowerCase())
    ? { ...ofAuthor, how: 'named', mentioned: 0 }
    : { name, how: 'named', mentioned: 0 };
}

function nameIn(credit: string): string {
  return clip(plainText(credit.split(/ [|•] /, 1)[0] ?? ''), LONGEST_NAME);
}
