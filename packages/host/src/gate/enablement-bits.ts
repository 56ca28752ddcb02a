import type { Snowflake } from 'discord.js';

const WORD_BITS = 32;

/** Which plugins are on in which guild: one bit each, so that ten thousand guilds cost a few hundred kilobytes. */
export class EnablementBits {
  readonly #indices = new Map<string, number>();
  readonly #guilds = new Map<Snowflake, Uint32Array>();

  has(guildId: Snowflake, pluginId: string): boolean {
    const index = this.#indices.get(pluginId);
    if (index === undefined) return false;
    const word = this.#guilds.get(guildId)?.[index >>> 5] ?? 0;
    return (word & (1 << (index & 31))) !== 0;
  }

  /** Replaces what is known of a guild. */
  set(guildId: Snowflake, pluginIds: readonly string[]): void {
    if (pluginIds.length === 0) {
      this.#guilds.delete(guildId);
      return;
    }
    const indices = pluginIds.map((id) => this.#index(id));
    const words = new Uint32Array(Math.ceil(this.#indices.size / WORD_BITS));
    for (const index of indices) words[index >>> 5] = (words[index >>> 5] ?? 0) | (1 << (index & 31));
    this.#guilds.set(guildId, words);
  }

  pluginsOf(guildId: Snowflake): string[] {
    return [...this.#indices.keys()].filter((pluginId) => this.has(guildId, pluginId));
  }

  guildsOf(pluginId: string): Snowflake[] {
    return [...this.#guilds.keys()].filter((guildId) => this.has(guildId, pluginId));
  }

  guilds(): Snowflake[] {
    return [...this.#guilds.keys()];
  }

  #index(pluginId: string): number {
    const known = this.#indices.get(pluginId);
    if (known !== undefined) return known;
    const index = this.#indices.size;
    this.#indices.set(pluginId, index);
    return index;
  }
}
