import type { Translator } from '@twi/sdk';
import type { Guild, GuildMember } from 'discord.js';
import { topChannels, topPeople } from '../commands/answer.ts';
import type { Period } from '../numbers/period.ts';
import type { Sight } from '../numbers/sight.ts';
import type { Stats } from '../stats.ts';
import type { LeaderboardPage, Ranked } from './leaderboard-page.ts';

/** Whoever scrolls on a phone sees so many at once. */
export const PAGE_SIZE = 10;

/** A place in a leaderboard. */
export interface LeaderboardLine {
  readonly mention?: string;
  readonly name: string;
  readonly count: number;
  /** Of emoji: how they were used. */
  readonly uses?: { readonly inMessages: number; readonly inReactions: number };
  /** Of commands. */
  readonly failures?: number;
}

/** Where the caller stands: `out` when they are not counted, `none` when they did nothing. */
export type OwnPlace = { readonly place: number; readonly count: number } | 'none' | 'out';

export interface Leaderboard {
  readonly lines: readonly LeaderboardLine[];
  /** How many places there are in all. */
  readonly total: number;
  readonly own?: OwnPlace;
}

/** Who wants to see it. */
export interface LeaderboardReader {
  readonly stats: Stats;
  readonly member: GuildMember;
  readonly t: Translator;
}

interface Reading extends LeaderboardReader {
  readonly guild: Guild;
  readonly period: Period;
  readonly sight: Sight;
  readonly slice: { readonly limit: number; readonly offset: number };
}

const READ = { users, channels, emoji, commands } as const satisfies Record<
  Ranked,
  (reading: Reading) => Promise<Leaderboard>
>;

/** Reads a page of a leaderboard: of what the caller may see, or of what every member may. */
export async function readLeaderboard(
  { of, days, offset, isPublic }: LeaderboardPage,
  reader: LeaderboardReader,
): Promise<Leaderboard> {
  const { stats, member } = reader;
  const { guild } = member;
  await stats.flush();
  const period = await stats.numbers.period(guild.id, days);
  const sight = isPublic
    ? await stats.numbers.sightOfEveryone(guild, period)
    : await stats.numbers.sightOf(member, period);
  return READ[of]({ ...reader, guild, period, sight, slice: { limit: PAGE_SIZE, offset } });
}

async function users({ stats, guild, member, period, sight, slice, t }: Reading): Promise<Leaderboard> {
  const { numbers, optOuts } = stats;
  const [{ rows, total, own }, isOut] = await Promise.all([
    numbers.users(period, { sight, ...slice, ownId: member.id }),
    optOuts.isOut(guild.id, member.id),
  ]);
  const lines = await topPeople(guild, stats, rows, t);
  // Who only reacts or talks has no place among those who write.
  const placed = own ? { place: own.place, count: own.messages } : 'none';
  return { lines, total, own: isOut ? 'out' : placed };
}

async function channels({ stats, guild, period, sight, slice, t }: Reading): Promise<Leaderboard> {
  const { rows, total } = await stats.numbers.channels(period, { sight, ...slice });
  return { lines: await topChannels(guild, stats, rows, t), total };
}

async function emoji({ stats, guild, period, slice }: Reading): Promise<Leaderboard> {
  const { rows, total } = await stats.numbers.emoji(period, slice);
  const lines = rows.map(({ emoji: id, name, inMessages, inReactions }) => {
    // Discord shows an emoji of another server by its name alone.
    const mention = name === null ? id : guild.emojis.cache.get(id)?.toString();
    const uses = { inMessages, inReactions };
    return { ...(mention && { mention }), name: `:${name}:`, count: inMessages + inReactions, uses };
  });
  return { lines, total };
}

async function commands({ stats, period, slice }: Reading): Promise<Leaderboard> {
  const { rows, total } = await stats.numbers.commands(period, slice);
  const lines = rows.map(({ command, uses, failures }) => ({ name: `/${command}`, count: uses, failures }));
  return { lines, total };
}
