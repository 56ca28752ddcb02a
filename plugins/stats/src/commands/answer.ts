import type { ChatInputCommandInteraction, Guild, Snowflake } from 'discord.js';
import type { Translator } from '@twi/sdk';
import type { Scope } from '../numbers/numbers.ts';
import { type NumbersView, numbersReply, type TopLine } from '../replies/numbers-reply.ts';
import { daysChart, hoursChart } from '../replies/series-chart.ts';
import type { Stats } from '../stats.ts';
import type { Asked } from './asked.ts';

/** How many of the first are shown. */
export const TOP = { limit: 5, offset: 0 } as const;

/** Answers with the numbers of one thing and a chart of them. */
export async function answer(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
  {
    asked,
    of,
    ...view
  }: Omit<NumbersView, 'chart' | 'days' | 'footer'> & {
    readonly asked: Asked;
    readonly of?: Scope;
  },
): Promise<void> {
  const { t, days, theme, period, viewer, sight } = asked;
  const words = { title: `${view.what} · ${t('stats:reading.chart-messages')}`, theme };
  const chart =
    days === 1
      ? await hoursChart(
          await stats.numbers.hours(period, of),
          { ...words, title: `${view.what} · ${t('stats:reading.chart-hours')}` },
          t,
        )
      : await daysChart(await stats.numbers.days(period, of), words, t);
  const isForAll = viewer === asked.guild.roles.everyone;
  const footer = t(isForAll ? 'stats:reading.in-all-sight' : 'stats:reading.in-sight');
  const shown = { ...view, days, chart, ...(!sight.seesAll && { footer }) };
  await interaction.editReply(numbersReply(shown, t));
}

/** People with their counts, by a name that Discord shows whether or not they are still here. */
export async function topPeople(
  guild: Guild,
  stats: Stats,
  rows: readonly { readonly userId: Snowflake; readonly messages: number }[],
  t: Translator,
): Promise<readonly TopLine[]> {
  const names = await stats.numbers.names.users(
    guild,
    rows.map(({ userId }) => userId),
    t,
  );
  return rows.map(({ userId, messages }) => ({
    ...(guild.members.cache.has(userId) && { mention: `<@${userId}>` }),
    name: names.get(userId) ?? '',
    count: messages,
  }));
}

/** Channels with their counts; those that are gone have no mention any more. */
export async function topChannels(
  guild: Guild,
  stats: Stats,
  rows: readonly { readonly channelId: Snowflake; readonly messages: number }[],
  t: Translator,
): Promise<readonly TopLine[]> {
  const names = await stats.numbers.names.channels(
    guild,
    rows.map(({ channelId }) => channelId),
    t,
  );
  return rows.map(({ channelId, messages }) => ({
    ...(guild.channels.cache.has(channelId) && { mention: `<#${channelId}>` }),
    name: names.get(channelId) ?? '',
    count: messages,
  }));
}
