import { clip, type Translator, escaped } from '@twi/sdk';
import { userMention } from 'discord.js';
import type { LinkRow } from '../database/link-repository.ts';
import { titleKey } from '../links/title.ts';
import { platformName } from '../platforms/platforms.ts';

const CLIPPED_TITLE = 50;

/** The signs before a link, and what they mean (`creator-links:signs.…`). */
const SIGNS = { featured: '📌', verified: '✅', nsfw: '🔞', dead: '⚠️' } as const;

type Sign = keyof typeof SIGNS;

/** Which signs a link has, in the order in which they stand. */
function signsOf({ isFeatured, verifiedAt, isNsfw }: LinkRow, isDead: boolean): readonly Sign[] {
  const has: Record<Sign, boolean> = {
    featured: isFeatured,
    verified: verifiedAt !== null,
    nsfw: isNsfw,
    dead: isDead,
  };
  return (Object.keys(SIGNS) as Sign[]).filter((sign) => has[sign]); // -- the keys of a literal
}

/** What the signs before some links mean. */
export function legendOf(
  links: readonly LinkRow[],
  t: Translator,
  dead: ReadonlySet<string> = new Set(),
): string {
  const used = new Set(links.flatMap((link) => signsOf(link, dead.has(link.id))));
  const words = (Object.keys(SIGNS) as Sign[]).filter((sign) => used.has(sign)); // -- the keys of a literal
  return words.map((sign) => t(`creator-links:signs.${sign}`)).join(' · ');
}

/** A link on a line, from the most telling form to the shortest. */
export function profileLines(link: LinkRow, isDead: boolean): readonly string[] {
  const signs = signsOf(link, isDead).map((sign) => SIGNS[sign]);
  const prefix = signs.length > 0 ? `${signs.join(' ')} ` : '';
  return [
    `${prefix}${maskedLink(link)}${whereOf(link)}`,
    `${prefix}**${escaped(link.title)}**${whereOf(link)}`,
    `${prefix}**${escaped(clip(link.title, CLIPPED_TITLE))}**`,
  ];
}

/** A link of the directory on a line, with whose it is, from the most telling form to the shortest. */
export function directoryLines(link: LinkRow): readonly string[] {
  return profileLines(link, false).map((line) => `${line} · ${userMention(link.userId)}`);
}

function maskedLink({ title, url }: LinkRow): string {
  // A parenthesis would end the address, two asterisks what is bold, and grave accents are code.
  return `**[${escaped(title)}](${url.replaceAll(/[()*`]/g, encoded)})**`;
}

/** The site and the name there, after a separator; a title that is the name of the site says it already. */
function whereOf({ title, platform, username }: LinkRow): string {
  const name = platformName(platform);
  const isSaid = titleKey(title) === titleKey(name);
  const parts = [...(isSaid ? [] : [name]), ...(username === null ? [] : [escaped(username)])];
  return parts.map((part) => ` · ${part}`).join('');
}

function encoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
