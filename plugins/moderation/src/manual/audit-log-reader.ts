import {
  type Guild,
  type GuildAuditLogsEntry,
  PermissionFlagsBits,
  type Snowflake,
  SnowflakeUtil,
} from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { AuditPositionRepository } from '../database/audit-position-repository.ts';
import { Turns } from '../logs/turns.ts';
import type { ManualActions } from './manual-actions.ts';

/** Discord's most for one request (Resources › Audit Log › Get Guild Audit Log). */
const PAGE_SIZE = 100;
/** A thousand entries: who was away for longer than that has lost them. */
const MOST_PAGES = 10;
/** How soon a guild counts in which the plugin was switched on. */
const BEGIN_EVERY_MS = 60_000;

/** Reads the audit logs of guilds in order: what happened while the bot was away first, then what happens. */
export class AuditLogReader {
  readonly #context: ModerationContext;
  readonly #actions: ManualActions;
  readonly #positions: AuditPositionRepository;
  readonly #turns = new Turns();
  /** Guilds of which nothing is missed. */
  readonly #inStep = new Set<Snowflake>();
  /** Guilds whose position is known to be kept. */
  readonly #begun = new Set<Snowflake>();

  constructor(context: ModerationContext, actions: ManualActions) {
    this.#context = context;
    this.#actions = actions;
    this.#positions = new AuditPositionRepository(context.db);
    context.every(BEGIN_EVERY_MS, () => this.begin());
  }

  /** Deals with an entry that just came, after all that came before it. */
  follow(guild: Guild, entry: GuildAuditLogsEntry): Promise<void> {
    return this.#turns.take(guild.id, async () => {
      // An entry that came first would move the position past those that are still to be read.
      if (!this.#inStep.has(guild.id)) await this.#readOn(guild);
      await this.#actions.record(guild, entry);
    });
  }

  /** Takes note that a shard has lost its connection: entries may be missed from now on. */
  loseTrack(shardId: number): void {
    for (const guild of this.#guilds()) if (guild.shardId === shardId) this.#inStep.delete(guild.id);
  }

  /** Deals with what the audit logs of a shard's guilds have gained since the last entries that were dealt with. */
  async catchUp(shardId: number): Promise<void> {
    for (const guild of this.#guilds()) {
      if (guild.shardId !== shardId) continue;
      try {
        await this.#turns.take(guild.id, () => this.#readOn(guild));
      } catch (error) {
        this.#context.logger.warn(`The audit log of guild ${guild.id} could not be read.`, error);
      }
    }
  }

  /** Begins with guilds in which the plugin was switched on: what was done there before is not its business. */
  async begin(): Promise<void> {
    for (const { id } of this.#guilds()) if (!this.#begun.has(id)) await this.#begin(id);
  }

  /** Where the plugin is on. */
  #guilds(): Guild[] {
    const { client, services } = this.#context;
    return [...client.guilds.cache.values()].filter(({ id }) => services.get('moderation', id) !== undefined);
  }

  async #begin(guildId: Snowflake): Promise<void> {
    await this.#context.ensureGuild(guildId);
    await this.#positions.begin(guildId, SnowflakeUtil.generate().toString());
    this.#begun.add(guildId);
  }

  async #readOn(guild: Guild): Promise<void> {
    await this.#readPages(guild);
    this.#inStep.add(guild.id);
  }

  async #readPages(guild: Guild): Promise<void> {
    let after = await this.#positions.find(guild.id);
    if (after === undefined) return this.#begin(guild.id);
    if (!guild.members.me?.permissions.has(PermissionFlagsBits.ViewAuditLog)) return;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const inOrder: readonly GuildAuditLogsEntry[] = await pageAfter(guild, after);
      for (const entry of inOrder) await this.#actions.record(guild, entry);
      after = inOrder.at(-1)?.id;
      if (after === undefined || inOrder.length < PAGE_SIZE) return;
    }
    this.#context.logger.warn(
      `The audit log of guild ${guild.id} gained more than ${MOST_PAGES * PAGE_SIZE} entries while the bot was away; the newest were not read.`,
    );
  }
}

/** Oldest first. */
async function pageAfter(guild: Guild, after: Snowflake): Promise<GuildAuditLogsEntry[]> {
  const { entries } = await guild.fetchAuditLogs({ after, limit: PAGE_SIZE });
  return [...entries.values()].toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}
