import type { ChatInputCommandInteraction } from 'discord.js';
import { absenceText, awayDays } from '../replies/absence-text.ts';
import { chartReply } from '../replies/chart-reply.ts';
import { growthChart } from '../replies/growth-chart.ts';
import type { Stats } from '../stats.ts';
import { askedBy } from './asked.ts';

/** `/stats growth`: who came and who went, in numbers, and when nobody knows. */
export async function showGrowth(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const { guild, period, days, t, theme } = await askedBy(interaction, stats);
  const [growth, absences, timeZone] = await Promise.all([
    stats.numbers.growth(period),
    stats.numbers.absences(period),
    stats.numbers.timeZone(guild.id),
  ]);
  const sum = (of: 'joins' | 'leaves' | 'net'): number => growth.reduce((all, day) => all + day[of], 0);
  const away = awayDays(absences, timeZone);
  const isEmpty = sum('joins') === 0 && sum('leaves') === 0;
  const number = new Intl.NumberFormat(t.locale);
  const signed = new Intl.NumberFormat(t.locale, { signDisplay: 'exceptZero' });
  const view = {
    title: t('stats:growth.title', { count: days }),
    text: absenceText(absences, t),
    chart: isEmpty ? undefined : await growthChart(growth, { away, theme, t }),
    fields: [
      { name: t('stats:growth.joins'), value: number.format(sum('joins')), inline: true },
      { name: t('stats:growth.leaves'), value: number.format(sum('leaves')), inline: true },
      { name: t('stats:growth.net'), value: signed.format(sum('net')), inline: true },
      { name: t('stats:growth.members'), value: number.format(guild.memberCount), inline: true },
    ],
  };
  await interaction.editReply(chartReply(view, t));
}
