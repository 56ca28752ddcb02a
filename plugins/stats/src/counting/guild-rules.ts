import type { Snowflake } from 'discord.js';
import type { StatsContext } from '../context.ts';
import type { Rules } from './rules.ts';

/** After they could not be read, those that are known hold for so long, without asking for each message. */
const PAUSE_MS = 1_000;

type RulesContext = Pick<StatsContext, 'guild' | 'knownGuild' | 'logger' | 'settings'>;

/** The rules of guilds. While they cannot be read, those that held last do: an outage of the database must cost no message. */
export class GuildRules {
  readonly #context: RulesContext;
  /** A few dozen bytes for each guild in which something happened. */
  readonly #known = new Map<Snowflake, Rules>();
  readonly #reading = new Map<Snowflake, Promise<Rules>>();
  #askAt = 0;

  constructor(context: RulesContext) {
    this.#context = context;
  }

  /**
   * The rules of a guild at present. Whoever asks later is not told earlier: a message that overtook hundreds of others would
   * make them look as if they had been counted.
   *
   * @throws what reading them threw, where they were never read
   */
  of(guildId: Snowflake): Promise<Rules> {
    const reading = this.#reading.get(guildId);
    if (reading) return reading;
    const known = this.#known.get(guildId);
    if (known && performance.now() < this.#askAt) return Promise.resolve(known);
    const begun = this.#readOrKnown(guildId, known).finally(() => this.#reading.delete(guildId));
    this.#reading.set(guildId, begun);
    return begun;
  }

  /** What {@link of} gives, without a promise; `undefined` where they have to be read first, or are being read. */
  known(guildId: Snowflake): Rules | undefined {
    if (this.#reading.has(guildId)) return undefined;
    const settings = this.#context.settings.known(guildId);
    const choices = settings && this.#context.knownGuild(guildId);
    return choices && rulesOf(settings, choices);
  }

  async #readOrKnown(guildId: Snowflake, known: Rules | undefined): Promise<Rules> {
    try {
      const rules = await this.#read(guildId);
      this.#known.set(guildId, rules);
      // The database is back: what holds may have changed.
      this.#askAt = 0;
      return rules;
    } catch (error) {
      this.#pause(error);
      if (!known) throw error;
      return known;
    }
  }

  /** Many may have asked for what failed. */
  #pause(error: unknown): void {
    const now = performance.now();
    if (now >= this.#askAt)
      this.#context.logger.debug('The rules of guilds cannot be read at present; the last ones hold.', error);
    this.#askAt = now + PAUSE_MS;
  }

  async #read(guildId: Snowflake): Promise<Rules> {
    return rulesOf(
      ...(await Promise.all([this.#context.settings.get(guildId), this.#context.guild(guildId)])),
    );
  }
}

function rulesOf(
  { ignoredChannels, ignoredRoles }: Pick<Rules, 'ignoredChannels' | 'ignoredRoles'>,
  { timeZone }: Pick<Rules, 'timeZone'>,
): Rules {
  return { ignoredChannels, ignoredRoles, timeZone };
}
