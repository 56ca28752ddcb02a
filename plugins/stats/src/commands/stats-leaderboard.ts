import type { Subcommand } from '@sapphire/plugin-subcommands';
import { translator } from '@twi/sdk';
import { MessageFlags } from 'discord.js';
import { RANKED } from '../leaderboard/leaderboard-page.ts';
import { readLeaderboard } from '../leaderboard/read-leaderboard.ts';
import { leaderboardReply } from '../replies/leaderboard-reply.ts';
import type { Stats } from '../stats.ts';
import { readDays } from './days-option.ts';

/** `/stats leaderboard`: who, where, what most, page by page. */
export async function showLeaderboard(
  interaction: Subcommand.ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<void> {
  const { member, options } = interaction;
  const isPublic = options.getBoolean('public') ?? false;
  await interaction.deferReply(isPublic ? {} : { flags: MessageFlags.Ephemeral });
  const chosen = options.getString('of', true);
  const of = RANKED.find((ranked) => ranked === chosen) ?? 'users';
  const page = { of, days: readDays(interaction), offset: 0, isPublic };
  const t = await translator(interaction, isPublic ? { audience: 'guild' } : {});
  const read = await readLeaderboard(page, { stats, member, t });
  await interaction.editReply(leaderboardReply(page, read, { who: member.displayName, t }));
}
