import { clip, type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { hyperlink } from 'discord.js';
import type { Ao3List, Ao3Work } from '../ao3/ao3-work.ts';
import { shownText } from '../cards/shown-text.ts';
import { chaptersText, workUrl } from './ao3-work-reply.ts';
import { dayText } from './day-text.ts';
import { fittingList } from './fitting-list.ts';
import { linkRow } from './link-row.ts';

const MOST_WORKS = 8;
const LONGEST_TITLE = 256;
const LONGEST_NAME = 120;
const LONGEST_SUMMARY = 700;
const LONGEST_AUTHORS = 300;

export interface Ao3ListView {
  /** Whether a work is not for this channel. */
  readonly isRestricted: (work: Ao3Work) => boolean;
  readonly t: Translator;
}

/** A series, or what an author wrote last. Works that are not for this channel are counted alone. */
export function ao3ListReply(found: Ao3List, { isRestricted, t }: Ao3ListView): PlainReply {
  const shown = found.works.filter((work) => !isRestricted(work));
  const leftOut = found.works.length - shown.length;
  const lines = [
    ...(found.summary === undefined ? [] : [shownText(found.summary, LONGEST_SUMMARY), '']),
    ...shown.slice(0, MOST_WORKS).flatMap((work) => linesOf(work, t)),
    ...(shown.length === 0 ? [t('integrations:ao3.no-works')] : []),
    ...(leftOut > 0 ? ['', `-# ${t('integrations:ao3.left-out', { count: leftOut })}`] : []),
  ];
  return reply.info(lines.join('\n'), {
    title: clip(escaped(found.title), LONGEST_TITLE),
    fields: fieldsOf(found, t),
    components: [linkRow(t('integrations:ao3.open'), publicUrl(found.url))],
  });
}

function linesOf(work: Ao3Work, t: Translator): string[] {
  const number = new Intl.NumberFormat(t.locale);
  return [
    `**${hyperlink(clip(escaped(work.title), LONGEST_NAME), workUrl(work.id))}**`,
    `-# ${t('integrations:ao3.line', {
      rating: escaped(work.rating),
      words: work.words === undefined ? '?' : number.format(work.words),
      chapters: chaptersText(work.chapters),
      updated: dayText(work.updatedAt, t),
    })}`,
  ];
}

function fieldsOf({ authors, count, words, isComplete, title }: Ao3List, t: Translator) {
  const number = new Intl.NumberFormat(t.locale);
  const names = authors.map(({ name }) => name);
  // What somebody wrote needs not be said to be theirs.
  const isOwn = names.length === 1 && names[0] === title;
  const field = (key: 'authors' | 'works' | 'words' | 'status', value: string) => [
    { name: t(`integrations:ao3.${key}`), value, inline: true },
  ];
  return [
    ...(isOwn || names.length === 0
      ? []
      : field('authors', fittingList(names.map(escaped), LONGEST_AUTHORS, t))),
    ...field('works', number.format(count)),
    ...(words === undefined ? [] : field('words', number.format(words))),
    ...(isComplete === undefined
      ? []
      : field('status', t(isComplete ? 'integrations:ao3.complete' : 'integrations:ao3.in-progress'))),
  ];
}

/** Where people read it; they have AO3 itself, whatever stands in for it here. */
function publicUrl(url: string): string {
  return `https://archiveofourown.org${new URL(url).pathname}`;
}
