import type { ChartImage } from '@twi/charts';
import { type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { AttachmentBuilder } from 'discord.js';
import type { Tally } from '../database/tally-repository.ts';
import type { GalleryTotals } from '../statistics/gallery-statistics.ts';
import { tagText } from './tag-text.ts';

const FILE = 'gallery-growth.png';
const MENTION = /^<@\d+>$/;

/** What a gallery holds, in numbers and as a chart. */
export function galleryStatisticsReply(
  totals: GalleryTotals,
  chart: ChartImage | undefined,
  t: Translator,
): PlainReply {
  const { items, tags, creators, tagCount, creatorCount } = totals;
  const title = t('gallery:stats.title');
  if (!chart) return reply.info(t('gallery:empty.gallery'), { title });
  const fields = [
    { name: t('gallery:stats.tags', { count: tagCount }), value: linesOf(tags, tagText), inline: true },
    {
      name: t('gallery:stats.creators', { count: creatorCount }),
      value: linesOf(creators, nameText),
      inline: true,
    },
  ].filter(({ value }) => value !== '');
  const file = new AttachmentBuilder(chart.png, { name: FILE, description: chart.alt });
  return reply.info(t('gallery:stats.items', { count: items }), {
    title,
    fields,
    files: [file],
    imageUrl: `attachment://${FILE}`,
  });
}

function linesOf(tallies: readonly Tally[], textOf: (name: string) => string): string {
  return tallies.map(({ name, items }) => `${textOf(name)} ${items}`).join('\n');
}

/** Names are cut, so that ten of them fit into a field of 1,024 characters even when all of them are escaped. */
function nameText(name: string): string {
  return MENTION.test(name) ? name : escaped(name.slice(0, 40));
}
