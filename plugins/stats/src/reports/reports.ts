import type { Guild, Snowflake } from 'discord.js';
import type { StatsContext } from '../context.ts';
import { enabledGuilds } from '../database/enabled-guilds.ts';
import { ReportRepository, type ReportRow } from '../database/report-repository.ts';
import type { ReportKind } from '../database/report-tables.ts';
import { ReportPoster, type ReportPosterParts } from './report-poster.ts';
import { type DueReport, latestDue } from './report-schedule.ts';
import { tellStaff } from './tell-staff.ts';
import { writableChannel } from './writable-channel.ts';

const KINDS = ['daily', 'weekly'] as const satisfies readonly ReportKind[];

/** What a guild wants to have posted, and where. */
interface Wish {
  readonly guild: Guild;
  readonly channelId: Snowflake;
  readonly due: DueReport;
}

/** The daily and weekly reports of the guilds that this process serves. */
export class Reports {
  readonly #context: StatsContext;
  readonly #rows: ReportRepository;
  readonly #poster: ReportPoster;

  constructor(parts: ReportPosterParts) {
    this.#context = parts.context;
    this.#rows = new ReportRepository(parts.context.db);
    this.#poster = new ReportPoster(parts);
  }

  /** Posts what is due. Of several that were missed only the latest is. */
  async postDue(): Promise<void> {
    const { client } = this.#context;
    if (!client.isReady()) return;
    // Of a guild that Discord cannot tell of at present, what it wants is not known either.
    const guilds = [...client.guilds.cache.filter(({ available }) => available).values()];
    const wishes = await this.#wishes(guilds);
    const rows = await this.#rows.list(guilds.map(({ id }) => id));
    const wanted = new Set(wishes.map(({ guild, due }) => keyOf(guild.id, due.kind)));
    const rowOf = new Map(rows.map((row) => [keyOf(row.guildId, row.kind), row]));
    for (const [key, row] of rowOf) if (!wanted.has(key)) await this.#rows.end(row);
    for (const wish of wishes) await this.#fulfil(wish, rowOf.get(keyOf(wish.guild.id, wish.due.kind)));
  }

  async #wishes(guilds: readonly Guild[]): Promise<Wish[]> {
    const enabled = await enabledGuilds(
      this.#context.db,
      guilds.map(({ id }) => id),
    );
    const all = guilds.filter(({ id }) => enabled.includes(id));
    const wishes = await Promise.all(all.map((guild) => this.#wishesOf(guild)));
    return wishes.flat();
  }

  async #wishesOf(guild: Guild): Promise<Wish[]> {
    const settings = await this.#context.settings.get(guild.id);
    const { reportChannel: channelId, reportHour: hour } = settings;
    const isWanted = { daily: settings.dailyReport, weekly: settings.weeklyReport };
    const kinds = KINDS.filter((kind) => isWanted[kind]);
    if (channelId === null || kinds.length === 0) return [];
    const { timeZone } = await this.#context.guild(guild.id);
    const now = new Date();
    return kinds.map((kind) => ({ guild, channelId, due: latestDue(kind, now, { timeZone, hour }) }));
  }

  /** One guild's trouble is not another's. */
  async #fulfil(wish: Wish, row: ReportRow | undefined): Promise<void> {
    const { guild, due } = wish;
    try {
      if (!row) await this.#rows.begin({ guildId: guild.id, kind: due.kind }, due.day);
      else if (row.day < due.day) await this.#post(wish, row);
    } catch (error) {
      this.#context.logger.warn(
        `The ${due.kind} report of the guild ${guild.id} could not be posted; it is tried again.`,
        error,
      );
    }
  }

  async #post({ guild, channelId, due }: Wish, { brokenChannelId }: ReportRow): Promise<void> {
    const channel = writableChannel(guild, channelId);
    const outcome = channel ? await this.#poster.post(guild, due, channel) : 'refused';
    if (outcome === 'posted' && brokenChannelId !== null) await this.#rows.setWorking(guild.id);
    if (outcome === 'refused' && (await this.#rows.setBroken(guild.id, channelId)))
      await tellStaff(this.#context, guild, channelId);
  }
}

const keyOf = (guildId: Snowflake, kind: ReportKind): string => `${guildId} ${kind}`;
