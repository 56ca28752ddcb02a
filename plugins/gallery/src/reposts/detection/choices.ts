import { clip, MOST_OPTIONS } from '@twi/sdk';
import type { FileKind } from './file-kind.ts';
import { SITE_NAMES } from './linked-site.ts';
import type { RepostSource, SourceFile, SourceLink } from './repost-source.ts';

/** What an item of the gallery can be. */
export type ContentKind = FileKind | 'link' | 'text';

/** Something of a message that can be reposted. */
export interface Choice {
  /** Names it in a select menu: `all`, `image`, `file-2`, `link-0`, `text`. */
  readonly id: string;
  /** At most 100 characters, Discord's limit of an option. */
  readonly label: string;
  readonly description: string | null;
  /** All kinds that a destination must accept, the main one first. */
  readonly kinds: readonly [ContentKind, ...ContentKind[]];
  readonly files: readonly SourceFile[];
  readonly link: SourceLink | null;
}

/** Discord's limits of an option (Interactions › Select Menus). */
const LONGEST = 100;
/** A message takes ten files. */
const MOST_FILES = 10;

const NOUNS = {
  image: ['image', 'images'],
  video: ['video', 'videos'],
  audio: ['sound', 'sounds'],
  file: ['other file', 'other files'],
} as const satisfies Record<FileKind, readonly [string, string]>;

/** What can be reposted of a message, the most likely first; empty where there is nothing. */
export function choicesOf(source: RepostSource): readonly Choice[] {
  const files = source.files.slice(0, MOST_FILES);
  const groups = Map.groupBy(files, ({ kind }) => kind);
  const choices = [
    ...allFiles(source, files),
    ...(groups.size > 1 ? [...groups].flatMap(([kind, of]) => group(kind, of)) : []),
    ...source.links.map(linkChoice),
    ...(files.length > 1 ? files.map(single) : []),
  ];
  return [...choices.slice(0, MOST_OPTIONS - 1), ...textChoice(source)];
}

function allFiles({ links, files: found }: RepostSource, files: readonly SourceFile[]): Choice[] {
  const [first] = files;
  if (!first) return [];
  // A work that is linked beside its pictures belongs to them.
  const link = links.find(({ site }) => site in SITE_NAMES) ?? null;
  const label = files.length === 1 ? `The ${NOUNS[first.kind][0]}` : `All files (${files.length})`;
  const left = found.length - files.length;
  const also = link ? `with the link to ${siteName(link)}` : null;
  const without = left > 0 ? `without ${left} that do not fit into one message` : null;
  const names = files.map(({ name }) => name).join(', ');
  return [
    {
      id: 'all',
      label,
      description: clip([also, without].filter(Boolean).join(', ') || names, LONGEST),
      kinds: kindsOf(files),
      files,
      link,
    },
  ];
}

function group(kind: FileKind, files: readonly SourceFile[]): Choice[] {
  const [one, many] = NOUNS[kind];
  const label = files.length === 1 ? `Only the ${one}` : `Only the ${many} (${files.length})`;
  const description = clip(files.map(({ name }) => name).join(', '), LONGEST);
  return [{ id: kind, label, description, kinds: [kind], files, link: null }];
}

function single(file: SourceFile, index: number): Choice {
  return {
    id: `file-${index}`,
    label: clip(`File ${index + 1}: ${file.name}`, LONGEST),
    description: NOUNS[file.kind][0],
    kinds: [file.kind],
    files: [file],
    link: null,
  };
}

function linkChoice(link: SourceLink, index: number): Choice {
  return {
    id: `link-${index}`,
    label: clip(`The link to ${siteName(link)}`, LONGEST),
    description: clip(link.title ?? link.url, LONGEST),
    kinds: ['link'],
    files: [],
    link,
  };
}

function textChoice({ text, links }: RepostSource): Choice[] {
  const words = links.reduce((rest, { url }) => rest.replace(url, ''), text).trim();
  if (words === '') return [];
  const description = clip(words.replaceAll(/\s+/g, ' '), LONGEST);
  return [{ id: 'text', label: 'The text', description, kinds: ['text'], files: [], link: null }];
}

/** What people call the page that a link leads to. */
export function siteName({ site, url }: SourceLink): string {
  const known = Object.entries(SITE_NAMES).find(([id]) => id === site);
  return known?.[1] ?? new URL(url).hostname.replace(/^www\./, '');
}

function kindsOf(files: readonly SourceFile[]): Choice['kinds'] {
  const [main = 'file', ...others] = new Set<ContentKind>(files.map(({ kind }) => kind));
  return [main, ...others];
}
