import type { ChartImage, ChartTheme } from '@twi/charts';
import { escaped, reply, type Translator, translator } from '@twi/sdk';
import {
  AttachmentBuilder,
  channelMention,
  type Guild,
  type MessageCreateOptions,
  userMention,
} from 'discord.js';
import type { StatsContext } from '../context.ts';
import type { Names } from '../numbers/names.ts';
import type { Report } from '../reports/read-report.ts';
import type { DueReport } from '../reports/report-schedule.ts';
import { dayText } from './day-text.ts';
import { daysChart, hoursChart } from './series-chart.ts';

/** Whoever restarts a bot at that hour need not be told. */
const LATE_MS = 3_600_000;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Five of them fit into a field, even when all their letters are escaped. */
const LONGEST_NAME = 40;
const KEY = { daily: 'd', weekly: 'w' } as const;

/** The name of the picture, by which a report is known. */
export function fileOf({ kind, day }: DueReport): string {
  return `statistics-${kind}-${day}.png`;
}

/** A report as a channel reads it. It mentions nobody. */
export async function reportMessage(
  report: Report,
  { context, guild, names }: { readonly context: StatsContext; readonly guild: Guild; readonly names: Names },
): Promise<MessageCreateOptions> {
  const t = await translator(guild);
  const { kind, day } = report.due;
  const { chartTheme: theme } = await context.settings.get(guild.id);
  const chart = await chartOf(report, t, theme);
  const { embeds, files, allowedMentions } = reply.info(textOf(report, t), {
    title: titleOf(report.due, t),
    fields: fieldsOf(report, await peopleOf(report, guild, names, t), t),
    imageUrl: `attachment://${fileOf(report.due)}`,
    files: [new AttachmentBuilder(chart.png, { name: fileOf(report.due), description: chart.alt })],
    ...lateness(report.due, t),
  });
  return {
    ...(embeds && { embeds }),
    ...(files && { files }),
    ...(allowedMentions && { allowedMentions }),
    // A request that is repeated, by whichever process, posts nothing twice.
    nonce: `${KEY[kind]}${day.replaceAll('-', '')}${guild.id.slice(-15)}`,
    enforceNonce: true,
  };
}

function titleOf({ kind, from, day }: DueReport, t: Translator): string {
  if (kind === 'daily') return t('stats:reports.daily', { day: dayText(day, t.locale, 'full') });
  return t('stats:reports.weekly', { from: dayText(from, t.locale), to: dayText(day, t.locale) });
}

function textOf({ totals, before, due }: Report, t: Translator): string {
  const messages = t('stats:reports.messages', { count: totals.messages });
  const people = t('stats:reports.people', { count: totals.people });
  const change = totals.messages - before.messages;
  const count = Math.abs(change);
  const compared =
    change === 0 ? '' : t(`stats:reports.${change > 0 ? 'more' : 'fewer'}-${due.kind}`, { count });
  return `${t('stats:reports.summary', { messages, people })} ${compared}`.trim();
}

/** Those who wrote most. Who left is named: Discord would show a number. */
async function peopleOf({ users }: Report, guild: Guild, names: Names, t: Translator): Promise<string[]> {
  const number = new Intl.NumberFormat(t.locale);
  const known = await names.users(
    guild,
    users.map(({ userId }) => userId),
    t,
  );
  return users.map(({ userId, messages }) => {
    const isHere = guild.members.cache.has(userId);
    const name = (known.get(userId) ?? '').slice(0, LONGEST_NAME);
    return `${isHere ? userMention(userId) : escaped(name)} ${number.format(messages)}`;
  });
}

function fieldsOf(report: Report, people: readonly string[], t: Translator) {
  const { totals, joins, leaves, channels } = report;
  const number = new Intl.NumberFormat(t.locale);
  const { attachments, reactions } = totals;
  const voiceMs = wholeMinutes(totals.voiceSeconds);
  const amounts = [
    ['attachments', attachments > 0 && number.format(attachments)],
    ['reactions', reactions > 0 && number.format(reactions)],
    ['voice', voiceMs > 0 && t('stats:reports.duration', { ms: voiceMs })],
    ['joins', number.format(joins)],
    ['leaves', number.format(leaves)],
    ['net', new Intl.NumberFormat(t.locale, { signDisplay: 'exceptZero' }).format(joins - leaves)],
  ] as const;
  const lists = [
    ['users', people],
    [
      'channels',
      channels.map(({ channelId, messages }) => `${channelMention(channelId)} ${number.format(messages)}`),
    ],
  ] as const;
  return [
    ...amounts.flatMap(([name, value]) =>
      value === false ? [] : { name: t(`stats:reports.${name}`), value, inline: true },
    ),
    ...lists
      .filter(([, lines]) => lines.length > 0)
      .map(([name, lines]) => ({ name: t(`stats:reports.${name}`), value: lines.join('\n'), inline: true })),
  ];
}

const wholeMinutes = (seconds: number): number => Math.floor((seconds * SECOND_MS) / MINUTE_MS) * MINUTE_MS;

/** A day by its hours, a week by its days. */
function chartOf({ due, days, hours }: Report, t: Translator, theme: ChartTheme): Promise<ChartImage> {
  if (due.kind === 'daily') return hoursChart(hours, { title: t('stats:reports.by-hour'), theme }, t);
  return daysChart(days, { title: t('stats:reports.by-day'), theme }, t);
}

function lateness({ dueAt }: DueReport, t: Translator): { readonly footer?: string } {
  const late = Date.now() - dueAt.getTime();
  return late < LATE_MS
    ? {}
    : { footer: t('stats:reports.late', { ms: Math.floor(late / MINUTE_MS) * MINUTE_MS }) };
}
