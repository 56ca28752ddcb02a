import { clip, type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { load } from '../html/load-html.ts';
import {
  ActionRowBuilder,
  hyperlink,
  type MessageActionRowComponentBuilder,
  subtext,
  TimestampStyles,
  time,
} from 'discord.js';
import { paragraphsOf } from '../ao3/page-text.ts';
import { type Card, COLOURS } from '../cards/card.ts';
import { cardLayout, type CardMessage } from '../cards/card-layout.ts';
import { galleryButton } from '../gallery/gallery-button.ts';
import type { DescribedDeviation, Deviation } from '../deviantart/deviation.ts';
import { fittingList } from './fitting-list.ts';
import { linkButton, linkRow } from './link-row.ts';

const LONGEST_TITLE = 256;
const LONGEST_NAME = 100;
const LONGEST_TAGS = 400;

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
): PlainReply | CardMessage {
  const { id, title, url, artist, pictureUrl } = found;
  const buttons = [
    linkButton(t('integrations:deviantart.open'), url),
    ...(hasGallery ? [galleryButton({ kind: 'deviation', id }, t)] : []),
  ];
  if (found.isMature && !isAdult)
    return reply.info(t('integrations:deviantart.mature'), {
      title: clip(escaped(title), LONGEST_TITLE) || url,
      components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(buttons)],
    });
  const $ = load(found.description);
  const card: Card = {
    colour: COLOURS.deviantart,
    title: title.trim() === '' ? url : title,
    url,
    author: artist,
    authorUrl: `https://www.deviantart.com/${artist}`,
    text: paragraphsOf($('body')),
    pictures: pictureUrl === undefined ? [] : [pictureUrl],
    facts: factsOf(found, t).map((fact) => subtext(fact)),
    footer: footOf(found, t),
  };
  return cardLayout(card, { buttons });
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

function factsOf({ tags }: DescribedDeviation, t: Translator): string[] {
  return tags.length > 0 ? [fittingList(tags.map(escaped), LONGEST_TAGS, t)] : [];
}

function footOf({ favourites, publishedAt }: DescribedDeviation, t: Translator): string[] {
  return [
    ...(publishedAt ? [time(publishedAt, TimestampStyles.LongDate)] : []),
    t('integrations:deviantart.favourites', { count: favourites }),
  ];
}

function lineOf({ title, url, publishedAt }: Deviation): string {
  const name = clip(escaped(title.replaceAll(/\s+/g, ' ')), LONGEST_NAME) || '?';
  const when = publishedAt ? ` · ${time(publishedAt, TimestampStyles.ShortDate)}` : '';
  return `- ${hyperlink(name, url.replaceAll('(', '%28').replaceAll(')', '%29'))}${when}`;
}
