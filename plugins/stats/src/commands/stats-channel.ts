import { type ChatInputCommandInteraction, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import { UserError } from '@twi/sdk';
import { cannotSee, noChannel, notForAll } from '../errors.ts';
import type { Stats } from '../stats.ts';
import { answer, TOP, topPeople } from './answer.ts';
import { type Asked, askedBy } from './asked.ts';
import { COUNTED_TYPES } from './stats-options.ts';

/** `/stats channel`: what was done in a channel, with its threads or posts. */
export async function showChannel(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const asked = await askedBy(interaction, stats);
  const chosen = interaction.options.getChannel('target') ?? interaction.channel;
  const channel = chosen?.isThread() ? chosen.parent : chosen;
  if (!channel || !COUNTED_TYPES.some((type) => type === channel.type)) throw new UserError(noChannel());
  assertMaySee(channel, asked);
  const channelIds = await stats.numbers.withThreads(asked.guild, [channel.id], asked.viewer);
  await showPlace(interaction, stats, { asked, what: channel.name, channelIds });
}

/** What was done in channels that the caller may see, and who did most. */
export async function showPlace(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
  {
    asked,
    what,
    channelIds,
  }: { readonly asked: Asked; readonly what: string; readonly channelIds: readonly string[] },
): Promise<void> {
  const { guild, period, sight, t } = asked;
  const [totals, people] = await Promise.all([
    stats.numbers.totals(period, { channelIds }),
    stats.numbers.users(period, { sight, channelIds, ...TOP }),
  ]);
  await answer(interaction, stats, {
    asked,
    of: { channelIds },
    what,
    totals,
    people: new Intl.NumberFormat(t.locale).format(totals.people),
    tops: [{ title: t('stats:reading.top-people'), lines: await topPeople(guild, stats, people.rows, t) }],
  });
}

/** @throws {UserError} where somebody, or somebody of those who see the answer, cannot read. */
export function assertMaySee(channel: GuildBasedChannel, { guild, viewer }: Asked): void {
  if (channel.permissionsFor(viewer)?.has(PermissionFlagsBits.ViewChannel)) return;
  throw new UserError(viewer === guild.roles.everyone ? notForAll(channel.id) : cannotSee(channel.id));
}
