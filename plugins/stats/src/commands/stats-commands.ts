import { columnChart, lineChart } from '@twi/charts';
import { escaped } from '@twi/sdk';
import type { ChatInputCommandInteraction } from 'discord.js';
import { chartReply } from '../replies/chart-reply.ts';
import { dayLabel } from '../replies/series-chart.ts';
import type { Stats } from '../stats.ts';
import { askedBy } from './asked.ts';

const MOST_NAMED = 10;
const MOST_COLUMNS = 31;

/** `/stats commands`: which commands of the bot are used how often. */
export async function showCommands(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const { period, days, t, theme } = await askedBy(interaction, stats);
  const [top, byDay] = await Promise.all([
    stats.numbers.commands(period, { limit: MOST_NAMED, offset: 0 }),
    stats.numbers.commandDays(period),
  ]);
  const uses = byDay.reduce((sum, day) => sum + day.uses, 0);
  const chart = {
    title: t('stats:usage.chart'),
    theme,
    labels: byDay.map(({ day }) => dayLabel(day, t.locale)),
    series: [{ name: t('stats:usage.uses'), values: byDay.map((day) => day.uses) }],
  };
  const lines = top.rows.map(({ command, uses: count }, index) =>
    t('stats:leaderboard.line', { place: index + 1, name: escaped(`/${command}`), count }),
  );
  const draw = byDay.length <= MOST_COLUMNS ? columnChart : lineChart;
  const view = {
    title: t('stats:usage.title', { count: days }),
    text: '',
    chart: uses > 0 ? await draw(chart) : undefined,
    fields: [
      { name: t('stats:usage.uses'), value: uses.toLocaleString(t.locale), inline: true },
      { name: t('stats:usage.top'), value: lines.join('\n'), inline: true },
    ],
  };
  await interaction.editReply(chartReply(view, t));
}
