import { reply } from '@twi/sdk';
import type { ChatInputCommandInteraction } from 'discord.js';
import type { Stats } from '../stats.ts';
import { answer, TOP, topChannels } from './answer.ts';
import { askedBy } from './asked.ts';

/** `/stats user`: what a member did in channels that the caller may see. */
export async function showUser(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const asked = await askedBy(interaction, stats);
  const { guild, period, sight, t } = asked;
  const user = interaction.options.getUser('target') ?? interaction.user;
  if (await stats.optOuts.isOut(guild.id, user.id)) {
    await interaction.editReply(reply.info(t('stats:reading.opted-out', { userId: user.id })));
    return;
  }
  const of = { userIds: [user.id], sight };
  const [totals, channels, names] = await Promise.all([
    stats.numbers.totals(period, of),
    stats.numbers.channels(period, { sight, userId: user.id, ...TOP }),
    stats.numbers.names.users(guild, [user.id], t),
  ]);
  await answer(interaction, stats, {
    asked,
    of,
    what: names.get(user.id) ?? user.displayName,
    totals,
    tops: [
      { title: t('stats:reading.top-channels'), lines: await topChannels(guild, stats, channels.rows, t) },
    ],
  });
}
