import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import type { Stats } from '../stats.ts';
import { answer, TOP, topChannels, topPeople } from './answer.ts';
import { askedBy } from './asked.ts';
import { assertMaySee } from './stats-channel.ts';

/** `/stats category`: what was done in the channels of a category that the caller may see. */
export async function showCategory(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const asked = await askedBy(interaction, stats);
  const { guild, period, sight, viewer, t } = asked;
  const category = interaction.options.getChannel('target', true);
  const places = guild.channels.cache.filter(
    (channel) =>
      channel.parentId === category.id &&
      channel.permissionsFor(viewer)?.has(PermissionFlagsBits.ViewChannel) &&
      !channel.isThread(),
  );
  // Whoever sees a channel of a category sees what it is called; of others, not even that is said.
  if (places.size === 0) assertMaySee(category, asked);
  const { numbers } = stats;
  const channelIds = await numbers.withThreads(guild, [...places.keys()], viewer);
  const [totals, people, channels] = await Promise.all([
    numbers.totals(period, { channelIds }),
    numbers.users(period, { sight, channelIds, ...TOP }),
    numbers.channels(period, { sight, channelIds, ...TOP }),
  ]);
  await answer(interaction, stats, {
    asked,
    of: { channelIds },
    what: category.name,
    totals,
    people: new Intl.NumberFormat(t.locale).format(totals.people),
    tops: [
      { title: t('stats:reading.top-people'), lines: await topPeople(guild, stats, people.rows, t) },
      { title: t('stats:reading.top-channels'), lines: await topChannels(guild, stats, channels.rows, t) },
    ],
  });
}
