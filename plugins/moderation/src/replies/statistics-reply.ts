import type { ChartImage } from '@twi/charts';
import { type PlainReply, reply } from '@twi/sdk';
import { AttachmentBuilder, userMention } from 'discord.js';
import type { ModeratorTotals } from '../statistics/moderator-statistics.ts';
import { totalsText } from './totals-text.ts';

/** More lines do not fit into a message; the rest is counted. */
const MOST_LINES = 20;
const FILE = 'moderator-statistics.png';

/** What moderators did, in numbers and as a chart. */
export function statisticsReply(
  title: string,
  totals: readonly ModeratorTotals[],
  chart: ChartImage | undefined,
): PlainReply {
  if (!chart) return reply.info('Nothing was done in this time.', { title });
  const file = new AttachmentBuilder(chart.png, { name: FILE, description: chart.alt });
  return reply.info(linesOf(totals).join('\n'), { title, files: [file], imageUrl: `attachment://${FILE}` });
}

function linesOf(totals: readonly ModeratorTotals[]): string[] {
  const lines = totals
    .slice(0, MOST_LINES)
    .map(
      ({ moderatorId, total, byType }) => `${userMention(moderatorId)}: **${total}** (${totalsText(byType)})`,
    );
  const rest = totals.slice(MOST_LINES);
  if (rest.length === 0) return lines;
  const sum = rest.reduce((all, { total }) => all + total, 0);
  return [...lines, `… and ${rest.length} more people with **${sum}** in all; name one with \`moderator\``];
}
