import type { ChatInputCommandInteraction, Guild, Role } from 'discord.js';
import type { Stats } from '../stats.ts';
import { answer, TOP, topPeople } from './answer.ts';
import { askedBy } from './asked.ts';

/** `/stats role`: what the members with a role did in channels that the caller may see. */
export async function showRole(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const asked = await askedBy(interaction, stats);
  const { guild, period, sight, t } = asked;
  const role = interaction.options.getRole('target', true);
  const userIds = await membersOf(guild, role);
  const of = { userIds, sight };
  const [totals, people] = await Promise.all([
    stats.numbers.totals(period, of),
    stats.numbers.users(period, { sight, userIds, ...TOP }),
  ]);
  await answer(interaction, stats, {
    asked,
    of,
    what: role.name,
    totals,
    people: t('stats:reading.people-of', { count: totals.people, members: userIds.length }),
    tops: [{ title: t('stats:reading.top-people'), lines: await topPeople(guild, stats, people.rows, t) }],
  });
}

/** Those who have a role now. */
async function membersOf({ members, memberCount }: Guild, { id }: Role): Promise<readonly string[]> {
  // The cache holds those who were seen lately; more than it takes may be asked for.
  const all = members.cache.size < memberCount ? await members.fetch() : members.cache;
  return [...all.filter(({ roles, user }) => !user.bot && roles.cache.has(id)).keys()];
}
