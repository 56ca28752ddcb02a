import { clip, type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import type { Ao3Work } from '../ao3/ao3-work.ts';
import { galleryButton } from '../gallery/gallery-button.ts';
import { shownText } from '../cards/shown-text.ts';
import { dayText } from './day-text.ts';
import { fittingList } from './fitting-list.ts';
import { linkRow } from './link-row.ts';

/** Discord's limit of an embed's title. All texts together may have 6,000 characters, which these lengths keep to. */
const LONGEST_TITLE = 256;
const LONGEST_SUMMARY = 1_500;
/** By what the list says; escaping is done before. */
const LENGTHS = {
  authors: 300,
  warnings: 250,
  categories: 100,
  fandoms: 400,
  relationships: 600,
  characters: 500,
  tags: 800,
} as const;

type ListName = keyof typeof LENGTHS;
type Field = { readonly name: string; readonly value: string; readonly inline: boolean };

export interface Ao3WorkView {
  /** Whether it is not for this channel. */
  readonly isRestricted: boolean;
  /** Whether there is a gallery to add it to. */
  readonly hasGallery: boolean;
  readonly t: Translator;
}

/** A work in full, or what may be said of it where it is not for everybody. */
export function ao3WorkReply(work: Ao3Work, { isRestricted, hasGallery, t }: Ao3WorkView): PlainReply {
  const title = clip(escaped(work.title), LONGEST_TITLE);
  const row = linkRow(t('integrations:ao3.open'), workUrl(work.id));
  if (hasGallery) row.addComponents(galleryButton({ kind: 'work', id: work.id }, t));
  const components = [row];
  const authors = list('authors', authorsOf(work, t), t);
  if (isRestricted)
    return reply.info(t('integrations:ao3.age-restricted', { rating: escaped(work.rating) }), {
      title,
      fields: authors,
      components,
    });
  const summary = shownText(work.summary ?? t('integrations:ao3.no-summary'), LONGEST_SUMMARY);
  return reply.info(summary, {
    title,
    fields: [...authors, ...describing(work, t), ...counting(work, t)],
    components,
  });
}

/** Where people read a work; they have AO3 itself, whatever stands in for it here. */
export function workUrl(id: string): string {
  return `https://archiveofourown.org/works/${id}`;
}

/** `3/?` as AO3 says it. */
export function chaptersText({ posted, planned }: Ao3Work['chapters']): string {
  return `${posted}/${planned ?? '?'}`;
}

function authorsOf({ authors }: Ao3Work, t: Translator): readonly string[] {
  return authors.length > 0 ? authors.map(({ name }) => escaped(name)) : [t('integrations:ao3.anonymous')];
}

function describing(work: Ao3Work, t: Translator): Field[] {
  const names = ['warnings', 'categories', 'fandoms', 'relationships', 'characters', 'tags'] as const;
  return [
    { name: t('integrations:ao3.rating'), value: clip(escaped(work.rating), 100), inline: true },
    ...names.flatMap((name) => list(name, work[name].map(escaped), t)),
  ];
}

function list(name: ListName, entries: readonly string[], t: Translator): Field[] {
  if (entries.length === 0) return [];
  const value = fittingList(entries, LENGTHS[name], t);
  return [{ name: t(`integrations:ao3.${name}`), value, inline: value.length < 40 }];
}

function counting(work: Ao3Work, t: Translator): Field[] {
  const number = new Intl.NumberFormat(t.locale);
  const isComplete = work.chapters.posted === work.chapters.planned;
  const values = {
    words: work.words === undefined ? undefined : number.format(work.words),
    chapters: chaptersText(work.chapters),
    kudos: number.format(work.kudos),
    status: t(isComplete ? 'integrations:ao3.complete' : 'integrations:ao3.in-progress'),
    updated: dayText(work.updatedAt, t),
    language: work.language && clip(escaped(work.language), 100),
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined
      ? []
      : // -- the keys of a literal
        [{ name: t(`integrations:ao3.${name as keyof typeof values}`), value, inline: true }],
  );
}
