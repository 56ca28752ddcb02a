import type { ChartImage } from '@twi/charts';
import { escaped, formatDuration, type PlainReply, reply, type Translator } from '@twi/sdk';
import { AttachmentBuilder } from 'discord.js';
import type { Measures } from '../numbers/measures.ts';

const FILE = 'statistics.png';
const SECOND_MS = 1_000;
/** Five of them fit into a field of 1,024 characters, even when all their letters are escaped. */
const LONGEST_NAME = 40;

/** Who or what did how much, by the name that is shown. */
export interface TopLine {
  /** What Discord shows as a name, such as `<@1>`; absent where it could not. */
  readonly mention?: string;
  readonly name: string;
  readonly count: number;
}

/** The numbers of one thing. */
export interface NumbersView {
  /** Such as `#art`. */
  readonly what: string;
  readonly days: number;
  readonly totals: Measures;
  /** How many people were active, in words; absent for one person. */
  readonly people?: string;
  readonly growth?: { readonly joins: number; readonly leaves: number };
  /** Short lists, each with its title. */
  readonly tops: readonly { readonly title: string; readonly lines: readonly TopLine[] }[];
  readonly chart: ChartImage;
  readonly footer?: string;
}

/** The numbers of a server, channel, member or role, with a chart. */
export function numbersReply(view: NumbersView, t: Translator): PlainReply {
  const { totals, growth, chart, footer } = view;
  const title = t('stats:reading.days', { what: view.what, count: view.days });
  const isEmpty = Object.values(totals).every((value) => value === 0);
  if (isEmpty && !growth?.joins && !growth?.leaves)
    return reply.info(t('stats:reading.nothing'), { title, ...(footer && { footer }) });
  const file = new AttachmentBuilder(chart.png, { name: FILE, description: chart.alt });
  return reply.info('', {
    title,
    fields: [...amounts(view, t), ...topFields(view, t)],
    files: [file],
    imageUrl: `attachment://${FILE}`,
    ...(footer && { footer }),
  });
}

interface Field {
  readonly name: string;
  readonly value: string;
  readonly inline: true;
}

function amounts({ days, totals, people, growth }: NumbersView, t: Translator): Field[] {
  const { messages, attachments, reactions, voiceSeconds } = totals;
  const number = new Intl.NumberFormat(t.locale);
  const rate = t('stats:reading.per-day', { count: messages, rate: rounded(messages / days) });
  const shown: (Field | false)[] = [
    field(t('stats:reading.messages'), days > 1 ? rate : number.format(messages)),
    people !== undefined && field(t('stats:reading.people'), people),
    attachments > 0 && field(t('stats:reading.attachments'), number.format(attachments)),
    reactions > 0 && field(t('stats:reading.reactions'), number.format(reactions)),
    voiceSeconds > 0 && field(t('stats:reading.voice'), formatDuration(voiceSeconds * SECOND_MS, t.locale)),
    growth !== undefined && field(t('stats:reading.growth'), growthText(growth, t)),
  ];
  return shown.filter((one) => one !== false);
}

function topFields({ tops }: NumbersView, t: Translator): Field[] {
  return tops
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => field(title, lines.map((line, index) => topText(line, index, t)).join('\n')));
}

function topText({ mention, name, count }: TopLine, index: number, t: Translator): string {
  const shown = mention ?? escaped(name.slice(0, LONGEST_NAME));
  return t('stats:reading.top-line', { place: index + 1, name: shown, count });
}

function growthText(
  { joins, leaves }: { readonly joins: number; readonly leaves: number },
  t: Translator,
): string {
  const net = new Intl.NumberFormat(t.locale, { signDisplay: 'exceptZero' }).format(joins - leaves);
  return t('stats:reading.joined', { joins, leaves, net });
}

function field(name: string, value: string): Field {
  return { name, value, inline: true };
}

/** Small rates keep a digit, so that few messages are not none. */
function rounded(rate: number): number {
  return rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate);
}
