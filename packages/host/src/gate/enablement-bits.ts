import type { Snowflake } from 'discord.js';

/** What V8 keeps as a small integer on every machine, so that a word lies in the map itself and no object is followed. */
const WORD_BITS = 31;

/** For each guild one bit for each of some plugins; a guild without any is absent. */
type Words = Map<Snowflake, number>;

interface Place {
  readonly words: Words;
  readonly bit: number;
}

/** Which plugins are on in which guild: one bit each, so that ten thousand guilds cost a few hundred kilobytes. */
export class EnablementBits {
  readonly #places = new Map<string, Place>();
  readonly #words: Words[] = [];

  has(guildId: Snowflake, pluginId: string): boolean {
    const place = this.#places.get(pluginId);
    if (place === undefined) return false;
    const word = place.words.get(guildId);
    return word !== undefined && (word & place.bit) !== 0;
  }

  /** Replaces what is known of a guild. */
  set(guildId: Snowflake, pluginIds: readonly string[]): void {
    const places = pluginIds.map((id) => this.#place(id));
    for (const words of this.#words) {
      const word = places.reduce((bits, place) => (place.words === words ? bits | place.bit : bits), 0);
      if (word === 0) words.delete(guildId);
      else words.set(guildId, word);
    }
  }

  pluginsOf(guildId: Snowflake): string[] {
    return [...this.#places.keys()].filter((pluginId) => this.has(guildId, pluginId));
  }

  guildsOf(pluginId: string): Snowflake[] {
    return this.guilds().filter((guildId) => this.has(guildId, pluginId));
  }

  guilds(): Snowflake[] {
    return [...new Set(this.#words.flatMap((words) => [...words.keys()]))];
  }

  #place(pluginId: string): Place {
    const known = this.#places.get(pluginId);
    if (known !== undefined) return known;
    const index = this.#places.size;
    if (index % WORD_BITS === 0) this.#words.push(new Map());
    const words = this.#words.at(-1) ?? new Map<Snowflake, number>();
    const place = { words, bit: 1 << (index % WORD_BITS) };
    this.#places.set(pluginId, place);
    return place;
  }
}
