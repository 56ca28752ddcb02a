import { clip, customId, parseCustomId, type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { bold } from 'discord.js';
import type { LibraryHeading } from '../database/library-repository.ts';
import { pageRow } from './page-row.ts';

const TITLES_ON_PAGE = 15;
/** So many titles, each with a tag above it and every character escaped, still fit into an embed. */
const LONGEST_TITLE = 60;

/** Which page of the library. */
export interface LibraryPage {
  /** Without one, everything, grouped by tag. */
  readonly tag?: string | undefined;
  /** From 0. */
  readonly page: number;
}

/** A page of what the library holds. */
export function libraryListReply(
  entries: readonly LibraryHeading[],
  { tag, page: wanted }: LibraryPage,
  t: Translator,
): PlainReply {
  const pages = Math.ceil(entries.length / TITLES_ON_PAGE);
  const page = Math.max(0, Math.min(wanted, pages - 1));
  const shown = entries.slice(page * TITLES_ON_PAGE, (page + 1) * TITLES_ON_PAGE);
  const idOf = (target: number) => customId('creator-links', 'library', `${target}:${tag ?? ''}`);
  return reply.list(tag === undefined ? grouped(shown, t) : shown.map(lineOf), {
    title:
      tag === undefined ? t('creator-links:library.title') : t('creator-links:library.title-tag', { tag }),
    empty: t('creator-links:library.none'),
    components: pageRow({ page, pages, idOf, t }),
  });
}

/** The page that a button shows, or `undefined` when it is another's. */
export function parseLibraryButton(id: string): LibraryPage | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'creator-links' || parsed.handler !== 'library') return undefined;
  const [, page, tag] = /^(\d{1,4}):(.*)$/s.exec(parsed.state) ?? [];
  return page === undefined ? undefined : { page: Number(page), tag: tag || undefined };
}

/** Titles below the tags that they have. Where nothing has a tag, none are told. */
function grouped(entries: readonly LibraryHeading[], t: Translator): string[] {
  if (entries.every(({ tag }) => tag === null)) return entries.map(lineOf);
  return entries.flatMap((entry, index) => {
    if (index > 0 && entries[index - 1]?.tag === entry.tag) return [lineOf(entry)];
    return [
      bold(entry.tag === null ? t('creator-links:library.untagged') : escaped(entry.tag)),
      lineOf(entry),
    ];
  });
}

function lineOf({ title }: LibraryHeading): string {
  return `- ${escaped(clip(title, LONGEST_TITLE))}`;
}
