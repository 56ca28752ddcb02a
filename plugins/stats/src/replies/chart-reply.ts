import type { ChartImage } from '@twi/charts';
import { type PlainReply, reply, type ReplyOptions, type Translator } from '@twi/sdk';
import { AttachmentBuilder } from 'discord.js';

const FILE = 'statistics.png';

/** A chart with words around it. */
export interface ChartView {
  readonly title: string;
  readonly text: string;
  readonly footer?: string;
  readonly fields?: ReplyOptions['fields'];
  /** Absent: there is nothing to draw. */
  readonly chart: ChartImage | undefined;
}

/** Shows a chart, or says that there is nothing. */
export function chartReply({ title, text, footer, fields, chart }: ChartView, t: Translator): PlainReply {
  const options = { title, ...(footer && { footer }) };
  if (!chart) return reply.info([t('stats:reading.nothing'), text].filter(Boolean).join('\n'), options);
  return reply.info(text, {
    ...options,
    ...(fields && { fields }),
    files: [new AttachmentBuilder(chart.png, { name: FILE, description: chart.alt })],
    imageUrl: `attachment://${FILE}`,
  });
}
