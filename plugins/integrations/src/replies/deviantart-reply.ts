import { clip, customId, parseCustomId, type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { load } from 'cheerio';
import { ButtonBuilder, ButtonStyle, hyperlink, TimestampStyles, time } from 'discord.js';
import { paragraphsOf } from '../ao3/page-text.ts';
import type { DescribedDeviation, Deviation } from '../deviantart/deviation.ts';
import { fittingList } from './fitting-list.ts';
import { linkRow } from './link-row.ts';

const LONGEST_TITLE = 256;
const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 1_000;
const LONGEST_TAGS = 600;
const HANDLER = 'add-to-gallery';

export interface DeviationView {
  /** Whether what is for adults may be shown. */
  readonly isAdult: boolean;
  /** Whether there is a gallery to add it to. */
  readonly hasGallery: boolean;
  readonly t: Translator;
}

/** A deviation, or where it is found when it is not for everybody. */
export function deviationReply(
  found: DescribedDeviation,
  { isAdult, hasGallery, t }: DeviationView,
): PlainReply {
  const row = linkRow(t('integrations:deviantart.open'), found.url);
  if (hasGallery) row.addComponents(galleryButton(found.id, t));
  const title = clip(escaped(found.title), LONGEST_TITLE) || found.url;
  if (found.isMature && !isAdult)
    return reply.info(t('integrations:deviantart.mature'), { title, components: [row] });
  const $ = load(found.description);
  const description = clip(escaped(paragraphsOf($, $('body')) ?? ''), LONGEST_DESCRIPTION);
  return reply.info(description, {
    title,
    fields: fieldsOf(found, t),
    components: [row],
    ...(found.pictureUrl !== undefined && { imageUrl: found.pictureUrl }),
  });
}

/** What an artist posted last. */
export function galleryReply(
  { artist, deviations }: { readonly artist: string; readonly deviations: readonly Deviation[] },
  { isAdult, t }: Pick<DeviationView, 'isAdult' | 't'>,
): PlainReply {
  const picture = deviations.find(({ pictureUrl }) => pictureUrl !== undefined)?.pictureUrl;
  const lines = [
    ...deviations.map(lineOf),
    ...(deviations.length === 0 ? [t('integrations:deviantart.none')] : []),
    ...(isAdult ? [] : ['', `-# ${t('integrations:deviantart.safe-only')}`]),
  ];
  return reply.info(lines.join('\n'), {
    title: clip(t('integrations:deviantart.gallery', { artist: escaped(artist) }), LONGEST_TITLE),
    components: [linkRow(t('integrations:deviantart.open'), `https://www.deviantart.com/${artist}/gallery`)],
    ...(picture !== undefined && { imageUrl: picture }),
  });
}

/** The deviation that a button adds, or `undefined` when it is another's. */
export function parseGalleryButton(id: string): string | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'integrations' || parsed.handler !== HANDLER) return undefined;
  return /^[\da-f-]{36}$/.test(parsed.state) ? parsed.state : undefined;
}

function galleryButton(id: string, t: Translator): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('integrations', HANDLER, id.toLowerCase()))
    .setLabel(t('integrations:deviantart.add'))
    .setStyle(ButtonStyle.Secondary);
}

function fieldsOf({ artist, favourites, publishedAt, tags }: DescribedDeviation, t: Translator) {
  const values = {
    artist: escaped(artist),
    favourites: new Intl.NumberFormat(t.locale).format(favourites),
    published: publishedAt && time(publishedAt, TimestampStyles.LongDate),
    tags: tags.length > 0 ? fittingList(tags.map(escaped), LONGEST_TAGS, t) : undefined,
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined
      ? []
      : // -- the keys of a literal
        [
          {
            name: t(`integrations:deviantart.${name as keyof typeof values}`),
            value,
            inline: name !== 'tags',
          },
        ],
  );
}

function lineOf({ title, url, publishedAt }: Deviation): string {
  const name = clip(escaped(title.replaceAll(/\s+/g, ' ')), LONGEST_NAME) || '?';
  const when = publishedAt ? ` · ${time(publishedAt, TimestampStyles.ShortDate)}` : '';
  return `- ${hyperlink(name, url.replaceAll('(', '%28').replaceAll(')', '%29'))}${when}`;
}
