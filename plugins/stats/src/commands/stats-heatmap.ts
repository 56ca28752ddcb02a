import { heatMap } from '@twi/charts';
import type { ChatInputCommandInteraction } from 'discord.js';
import { chartReply } from '../replies/chart-reply.ts';
import { dayText } from '../replies/day-text.ts';
import { weekdays } from '../replies/weekdays.ts';
import type { Stats } from '../stats.ts';
import { askedBy } from './asked.ts';

/** `/stats heatmap`: at which hours of the week people write. */
export async function showHeatmap(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const { guild, period, days, t, theme } = await askedBy(interaction, stats);
  const [{ from, values }, timeZone] = await Promise.all([
    stats.numbers.heat(period),
    stats.numbers.timeZone(guild.id),
  ]);
  const title = t('stats:heatmap.title', { count: days });
  const isEmpty = values.flat().every((value) => value === 0);
  const chart = isEmpty
    ? undefined
    : await heatMap({
        title: t('stats:heatmap.chart'),
        theme,
        columns: (values[0] ?? []).map((_, hour) => String(hour)),
        rows: weekdays(t.locale),
        values,
      });
  // A year is asked for more easily than it is kept.
  const text = from > period.from ? t('stats:heatmap.since', { day: dayText(from, t.locale) }) : '';
  const footer = t('stats:heatmap.zone', { timeZone });
  await interaction.editReply(chartReply({ title, text, footer, chart }, t));
}
