import type { ILogger } from '@sapphire/framework';
import { type DatabaseHandle, GuildPluginRepository } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { CORE_PLUGIN_ID } from './core-plugin.ts';
import { EnablementBits } from './enablement-bits.ts';

const CHANNEL = 'twi_guild_plugins';

/** Something was switched on or off in a guild, by this process or another. */
export interface EnablementChange {
  readonly guildId: Snowflake;
}

/** Which plugins are on in which guild. Read from memory; written to PostgreSQL, which tells the other processes. */
export class Enablement {
  readonly #database: DatabaseHandle;
  readonly #rows: GuildPluginRepository;
  readonly #logger: ILogger;
  readonly #listeners = new Set<(change: EnablementChange) => void>();
  #bits = new EnablementBits();
  #stopListening: () => Promise<void> = async () => {};
  /** One read at a time, so that an older answer never replaces a newer one. */
  #reading: Promise<void> = Promise.resolve();

  private constructor(database: DatabaseHandle, logger: ILogger) {
    this.#database = database;
    this.#rows = new GuildPluginRepository(database.db);
    this.#logger = logger;
  }

  /** Reads the choices of every guild in one query and stays in step from then on. */
  static async start(database: DatabaseHandle, logger: ILogger): Promise<Enablement> {
    const enablement = new Enablement(database, logger);
    // Listening first: what changes while the rows are read arrives afterwards.
    const unlisten = await database.notifications.listen(
      CHANNEL,
      (guildId) => void enablement.#read(guildId),
    );
    const offReset = database.notifications.onReset(() => void enablement.#read(undefined));
    enablement.#stopListening = async () => {
      offReset();
      await unlisten();
    };
    enablement.#bits = await enablement.#readAll();
    return enablement;
  }

  isEnabled(guildId: Snowflake, pluginId: string): boolean {
    return pluginId === CORE_PLUGIN_ID || this.#bits.has(guildId, pluginId);
  }

  /** The plugins that are switched on in a guild, besides core; also such as are not loaded at present. */
  enabledIn(guildId: Snowflake): string[] {
    return this.#bits.pluginsOf(guildId);
  }

  /** The guilds in which a plugin is switched on. */
  guildsOf(pluginId: string): Snowflake[] {
    return this.#bits.guildsOf(pluginId);
  }

  /** Switches plugins on in a guild, all or none. Resolves when it is stored and true in this process. */
  async enable(
    guildId: Snowflake,
    pluginIds: readonly string[],
    byUserId: Snowflake | undefined,
  ): Promise<void> {
    await this.#write(guildId, pluginIds, { enabled: true, byUserId });
  }

  /** Switches plugins off in a guild, all or none. */
  async disable(
    guildId: Snowflake,
    pluginIds: readonly string[],
    byUserId: Snowflake | undefined,
  ): Promise<void> {
    await this.#write(guildId, pluginIds, { enabled: false, byUserId });
  }

  /** Reads a guild's choices anew, here and in all other processes: its rows were changed or removed. */
  async refresh(guildId: Snowflake): Promise<void> {
    await this.#read(guildId);
    await this.#database.notifications.notify(CHANNEL, guildId);
  }

  /** Calls back after a guild's choices changed, also when another process changed them. */
  onChange(listener: (change: EnablementChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#stopListening();
  }

  async #write(
    guildId: Snowflake,
    pluginIds: readonly string[],
    { enabled, byUserId }: { readonly enabled: boolean; readonly byUserId: Snowflake | undefined },
  ): Promise<void> {
    const choices = pluginIds.filter((id) => id !== CORE_PLUGIN_ID);
    if (choices.length === 0) return;
    if (byUserId !== undefined) await this.#database.ensureUser(byUserId);
    await this.#database.transaction(async (db) => {
      const rows = new GuildPluginRepository(db);
      for (const pluginId of choices)
        await rows.save({ guildId, pluginId, enabled, changedBy: byUserId ?? null });
    });
    await this.refresh(guildId);
  }

  /** Reads one guild, or all of them: when the connection to the other processes broke, their changes were not heard. */
  #read(guildId: Snowflake | undefined): Promise<void> {
    const read = async (): Promise<void> => {
      try {
        await (guildId === undefined ? this.#reload() : this.#refresh(guildId));
      } catch (error) {
        this.#logger.error('The plugins of the guilds could not be read; what is known stays.', error);
      }
    };
    this.#reading = this.#reading.then(read);
    return this.#reading;
  }

  async #refresh(guildId: Snowflake): Promise<void> {
    const before = this.#bits.pluginsOf(guildId);
    this.#bits.set(guildId, await this.#readGuild(guildId));
    if (!sameMembers(before, this.#bits.pluginsOf(guildId))) this.#tell({ guildId });
  }

  async #reload(): Promise<void> {
    const before = this.#bits;
    const after = await this.#readAll();
    this.#bits = after;
    for (const guildId of new Set([...before.guilds(), ...after.guilds()]))
      if (!sameMembers(before.pluginsOf(guildId), after.pluginsOf(guildId))) this.#tell({ guildId });
  }

  #tell(change: EnablementChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  async #readGuild(guildId: Snowflake): Promise<string[]> {
    const rows = await this.#rows.listOfGuild(guildId);
    return rows.filter(({ enabled }) => enabled).map(({ pluginId }) => pluginId);
  }

  async #readAll(): Promise<EnablementBits> {
    const bits = new EnablementBits();
    for (const [guildId, decisions] of await this.#rows.loadAll())
      bits.set(
        guildId,
        Object.keys(decisions).filter((pluginId) => decisions[pluginId]),
      );
    return bits;
  }
}

function sameMembers(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((member) => right.includes(member));
}
