import type { ChartTheme } from '@twi/charts';
import { type Translator, translator } from '@twi/sdk';
import {
  type ChatInputCommandInteraction,
  type Guild,
  type GuildMember,
  MessageFlags,
  type Role,
} from 'discord.js';
import type { Period } from '../numbers/period.ts';
import type { Sight } from '../numbers/sight.ts';
import type { Stats } from '../stats.ts';
import { readDays } from './days-option.ts';

/** Who wants to know what of which days, and who sees the answer. */
export interface Asked {
  readonly guild: Guild;
  readonly days: number;
  readonly period: Period;
  /** Whose numbers may be shown. */
  readonly sight: Sight;
  /** Who may see them: the caller, or everybody in the server. */
  readonly viewer: GuildMember | Role;
  readonly t: Translator;
  readonly theme: ChartTheme;
}

/**
 * Acknowledges what somebody asked, and writes what was counted up to now. The answer is for them alone, with what they may
 * see; or for everybody, with what every member may see.
 */
export async function askedBy(
  interaction: ChatInputCommandInteraction<'cached'>,
  stats: Stats,
): Promise<Asked> {
  const { guild, guildId, member, options } = interaction;
  const isPublic = options.getBoolean('public') ?? false;
  await interaction.deferReply(isPublic ? {} : { flags: MessageFlags.Ephemeral });
  await stats.flush();
  const days = readDays(interaction);
  const period = await stats.numbers.period(guildId, days);
  const viewer = isPublic ? guild.roles.everyone : member;
  const [sight, t, theme] = await Promise.all([
    isPublic ? stats.numbers.sightOfEveryone(guild, period) : stats.numbers.sightOf(member, period),
    translator(interaction, isPublic ? { audience: 'guild' } : {}),
    stats.chartTheme(guildId),
  ]);
  return { guild, days, period, sight, viewer, t, theme };
}
