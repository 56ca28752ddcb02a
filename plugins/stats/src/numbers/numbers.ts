import type { Guild, GuildMember, Snowflake } from 'discord.js';
import type { StatsContext } from '../context.ts';
import { GuildClock } from '../counting/guild-clock.ts';
import { type Absence, absencesIn } from '../database/numbers-absences.ts';
import * as channels from '../database/numbers-channels.ts';
import { type CommandNumbers, daysOfCommands, rankCommands } from '../database/numbers-commands.ts';
import { type EmojiNumbers, rankEmoji } from '../database/numbers-emoji.ts';
import { daysOfGrowth, type GrowthDay } from '../database/numbers-growth.ts';
import { heatOf, hoursOfChannels, hoursOfPeople, messagesSince } from '../database/numbers-hours.ts';
import * as people from '../database/numbers-people.ts';
import { channelWithThreads, countedChannels } from '../database/numbers-sight.ts';
import { everyHour, type HourNumbers } from './hours.ts';
import {
  type DayNumbers,
  type Measure,
  type Measures,
  NOTHING,
  type Page,
  type Ranking,
} from './measures.ts';
import { Names } from './names.ts';
import { daysOf, lastDays, momentsOf, type Period, signedSpansOf, type Spans, spansOf } from './period.ts';
import { maySee, type Sight, sightOf } from './sight.ts';

/** For how many days the numbers of hours are known, today included. */
export const DAYS_OF_HOURS = 90;

/** What numbers need of the host. */
type NumbersContext = Pick<StatsContext, 'db' | 'guild'>;

/** What was done in all. */
export interface Totals extends Measures {
  /** Who wrote, reacted or talked. */
  readonly people: number;
}

/** What numbers are about; absent, a whole server with all its channels. */
export type Scope =
  | { readonly channelIds: readonly Snowflake[] }
  | { readonly userIds: readonly Snowflake[]; readonly sight: Sight };

/** Messages by weekday and hour. */
export interface Heat {
  /** The first day that is in it: hours are known for less time than days. */
  readonly from: string;
  /** A row for each weekday, from Monday on, with 24 hours of the guild's clock. */
  readonly values: readonly (readonly number[])[];
}

/** Messages up to now. */
export interface Counted {
  readonly messages: number;
  readonly since: Date;
  /** Whole days were counted, and not hours. */
  readonly isByDay: boolean;
}

type PeopleRequest = Page & {
  readonly sight: Sight;
  readonly channelIds?: readonly Snowflake[];
  readonly userIds?: readonly Snowflake[];
  /** Whose own place is told too, unless they wrote nothing. */
  readonly ownId?: Snowflake;
};

/**
 * What was counted. Sums of a server are of all its channels; what is said of a channel or of a person is of channels that the
 * caller may see. Call `flush` of the service before, so that it is right to the message.
 */
export class Numbers {
  readonly names = new Names();
  readonly #context: NumbersContext;

  constructor(context: NumbersContext) {
    this.#context = context;
  }

  /** The last days of a guild's clock, today included. */
  async period(guildId: Snowflake, days: number): Promise<Period> {
    const { timeZone } = await this.#context.guild(guildId);
    return { guildId, ...lastDays(days, timeZone, Date.now()) };
  }

  /** Whose numbers a member may see. */
  async sightOf(member: GuildMember, period: Period): Promise<Sight> {
    return sightOf(await countedChannels(this.#context.db, period), member.guild, member);
  }

  /** Whose numbers everybody in a guild may see. */
  async sightOfEveryone(guild: Guild, period: Period): Promise<Sight> {
    return sightOf(await countedChannels(this.#context.db, period), guild, guild.roles.everyone);
  }

  /** Of channels and the threads in them, those that somebody may see. */
  async withThreads(
    guild: Guild,
    channelIds: readonly Snowflake[],
    viewer: GuildMember | Guild['roles']['everyone'],
  ): Promise<readonly Snowflake[]> {
    const all = await channelWithThreads(this.#context.db, guild.id, channelIds);
    return all.filter((channel) => maySee(channel, guild, viewer)).map(({ channelId }) => channelId);
  }

  async totals(period: Period, of?: Scope): Promise<Totals> {
    const { db } = this.#context;
    const latest = await channels.latestDay(db, period.guildId);
    const query = { ...period, ...of, spans: signedSpansOf(period, latest) };
    if (of && 'userIds' in of) return people.sumPeople(db, query);
    const [sums, count] = await Promise.all([
      channels.sumChannels(db, { ...query, spans: spansOf(period, latest) }),
      people.countPeople(db, query),
    ]);
    return { ...sums, people: count };
  }

  /** The numbers of every day, those without any included. */
  async days(period: Period, of?: Scope): Promise<readonly DayNumbers[]> {
    const { db } = this.#context;
    const rows =
      of && 'userIds' in of
        ? await people.daysOfPeople(db, { ...period, ...of })
        : await channels.daysOfChannels(db, { ...period, ...of });
    return everyDay(period, rows, NOTHING);
  }

  /** The messages of every hour of the first day of a period: 24, or 23 and 25 when clocks change. */
  async hours({ guildId, from: day }: Period, of?: Scope): Promise<readonly HourNumbers[]> {
    const { db } = this.#context;
    const { timeZone } = await this.#context.guild(guildId);
    const counted =
      of && 'userIds' in of
        ? await hoursOfPeople(db, { guildId, day, userIds: of.userIds, hidden: of.sight.hidden })
        : await hoursOfChannels(db, { guildId, day, ...of });
    return everyHour(day, timeZone, counted);
  }

  /** The numbers of each channel that somebody may see, by day; threads by their own id. */
  channelDays(
    period: Period,
    { visible }: Sight,
  ): Promise<readonly (DayNumbers & channels.ChannelNumbers)[]> {
    return channels.daysByChannel(this.#context.db, { ...period, channelIds: visible });
  }

  /** Those who wrote most, where the caller may see it. */
  async users(
    period: Period,
    request: PeopleRequest,
  ): Promise<Ranking<people.Writer> & { readonly own: people.PlacedWriter | undefined }> {
    const { db } = this.#context;
    const spans = signedSpansOf(period, await channels.latestDay(db, period.guildId));
    return people.rankPeople(db, { ...period, ...request, spans });
  }

  /** The channels in which most was done, of those that the caller may see. */
  async channels(
    period: Period,
    {
      sight,
      by = 'messages',
      channelIds,
      userId,
      ...page
    }: Page & {
      readonly sight: Sight;
      readonly by?: Measure;
      readonly channelIds?: readonly Snowflake[];
      /** Only what this person did there. */
      readonly userId?: Snowflake;
    },
  ): Promise<Ranking<channels.ChannelNumbers>> {
    if (userId !== undefined)
      return people.rankPlaces(this.#context.db, { ...period, ...page, by, sight, userIds: [userId] });
    const asked = new Set(channelIds ?? sight.visible);
    const among = sight.visible.filter((id) => asked.has(id));
    const spans = await this.#spansOf(period);
    return channels.rankChannels(this.#context.db, { ...period, ...page, spans, by, channelIds: among });
  }

  /** The emoji that were used most, in all channels. */
  async emoji(period: Period, page: Page): Promise<Ranking<EmojiNumbers>> {
    return rankEmoji(this.#context.db, { ...period, ...page, spans: await this.#spansOf(period) });
  }

  /** The commands that were used most, of those who are counted. */
  async commands(period: Period, page: Page): Promise<Ranking<CommandNumbers>> {
    const { timeZone } = await this.#context.guild(period.guildId);
    return rankCommands(this.#context.db, { ...period, ...page, timeZone });
  }

  /** How often commands were used on every day. */
  async commandDays(period: Period): Promise<readonly { readonly day: string; readonly uses: number }[]> {
    const { timeZone } = await this.#context.guild(period.guildId);
    return everyDay(period, await daysOfCommands(this.#context.db, { ...period, timeZone }), { uses: 0 });
  }

  /** Who came and who went on every day. */
  async growth(period: Period): Promise<readonly (GrowthDay & { readonly net: number })[]> {
    const rows = await daysOfGrowth(this.#context.db, period);
    const days = everyDay(period, rows, { joins: 0, leaves: 0 });
    return days.map((day) => ({ ...day, net: day.joins - day.leaves }));
  }

  /** By which clock a guild counts. */
  async timeZone(guildId: Snowflake): Promise<string> {
    return (await this.#context.guild(guildId)).timeZone;
  }

  /** When the bot was away in a period, the latest first: nobody knows who left then. */
  async absences(period: Period): Promise<readonly Absence[]> {
    return absencesIn(this.#context.db, period.guildId, await this.momentsOf(period));
  }

  /** Messages by weekday and hour, of at most the last 90 days. */
  async heat(period: Period, of?: { readonly channelIds: readonly Snowflake[] }): Promise<Heat> {
    const { timeZone } = await this.#context.guild(period.guildId);
    const { from: first } = lastDays(DAYS_OF_HOURS, timeZone, Date.now());
    const from = period.from > first ? period.from : first;
    return { from, values: await heatOf(this.#context.db, { ...period, ...of, from, timeZone }) };
  }

  /** Messages in channels since the hour of a moment; since its day, where hours are not known any more. */
  async countSince(guildId: Snowflake, channelIds: readonly Snowflake[], moment: number): Promise<Counted> {
    const { timeZone } = await this.#context.guild(guildId);
    const { from: firstDay, to } = lastDays(DAYS_OF_HOURS, timeZone, Date.now());
    const { hour, day: from } = new GuildClock().hourOf(moment, timeZone);
    const since = new Date(hour);
    if (from >= firstDay) {
      const messages = await messagesSince(this.#context.db, { guildId, channelIds, since });
      return { messages, since, isByDay: false };
    }
    const period = { guildId, from, to };
    const spans = await this.#spansOf(period);
    const { messages } = await channels.sumChannels(this.#context.db, { ...period, spans, channelIds });
    return { messages, since: momentsOf(period, timeZone).from, isByDay: true };
  }

  /** The moments at which a period begins and ends. */
  async momentsOf(period: Period): Promise<{ readonly from: Date; readonly until: Date }> {
    const { timeZone } = await this.#context.guild(period.guildId);
    return momentsOf(period, timeZone);
  }

  async #spansOf(period: Period): Promise<Spans> {
    return spansOf(period, await channels.latestDay(this.#context.db, period.guildId));
  }
}

/** A row for every day, in order. */
function everyDay<Row extends { readonly day: string }>(
  period: Period,
  rows: readonly Row[],
  empty: Omit<Row, 'day'>,
): readonly Row[] {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  // The rest of a row is what `empty` has.
  return daysOf(period).map((day) => byDay.get(day) ?? ({ day, ...empty } as Row));
}
