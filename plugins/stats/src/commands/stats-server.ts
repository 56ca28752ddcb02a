import type { ChatInputCommandInteraction } from 'discord.js';
import type { Stats } from '../stats.ts';
import { answer, TOP, topChannels, topPeople } from './answer.ts';
import { askedBy } from './asked.ts';

/** `/stats server`: what was done in all channels, and who did most of what the caller can read. */
export async function showServer(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const asked = await askedBy(interaction, stats);
  const { guild, period, sight, t } = asked;
  const { numbers } = stats;
  const [totals, people, channels, growth] = await Promise.all([
    numbers.totals(period),
    numbers.users(period, { sight, ...TOP }),
    numbers.channels(period, { sight, ...TOP }),
    numbers.growth(period),
  ]);
  await answer(interaction, stats, {
    asked,
    what: guild.name,
    totals,
    people: t('stats:reading.people-now', { count: totals.people, members: guild.memberCount }),
    growth: {
      joins: growth.reduce((sum, { joins }) => sum + joins, 0),
      leaves: growth.reduce((sum, { leaves }) => sum + leaves, 0),
    },
    tops: [
      { title: t('stats:reading.top-people'), lines: await topPeople(guild, stats, people.rows, t) },
      { title: t('stats:reading.top-channels'), lines: await topChannels(guild, stats, channels.rows, t) },
    ],
  });
}
