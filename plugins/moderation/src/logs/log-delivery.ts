import { type APIEmbed, DiscordAPIError, type Guild, type Snowflake } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { LogPauseRepository } from '../database/log-pause-repository.ts';
import type { StaffNotifier } from './staff-notifier.ts';
import { writableChannel } from './writable-channel.ts';

/** How long a channel rests that refuses although its permissions look right. */
const REST_MS = 21_600_000;

/** Writes in log channels, and stops where it cannot: the server is told once, and it goes on when it can again. */
export class LogDelivery {
  readonly #context: ModerationContext;
  readonly #pauses: LogPauseRepository;
  readonly #staff: StaffNotifier;
  /** Channels that have worked, so that nothing needs to be taken back. */
  readonly #working = new Set<string>();
  /** Channels of which this process knows that they do not work. */
  readonly #broken = new Set<string>();
  /** Until when channels are left alone that have refused. */
  readonly #resting = new Map<string, number>();

  constructor(context: ModerationContext, staff: StaffNotifier) {
    this.#context = context;
    this.#pauses = new LogPauseRepository(context.db);
    this.#staff = staff;
  }

  /** Posts a message of embeds. @throws when Discord did not answer. */
  async deliver(guild: Guild, channelId: Snowflake, embeds: readonly APIEmbed[]): Promise<void> {
    const channel = writableChannel(guild, channelId);
    if (!channel) return this.#pause(guild, channelId);
    if ((this.#resting.get(keyOf(guild, channelId)) ?? 0) > Date.now()) return;
    try {
      await channel.send({ embeds: [...embeds], allowedMentions: { parse: [] } });
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      this.#context.logger.warn(`Discord refused a log message in channel ${channelId}.`, error);
      this.#resting.set(keyOf(guild, channelId), Date.now() + REST_MS);
      return this.#pause(guild, channelId);
    }
    await this.#resume(guild, channelId);
  }

  async #pause(guild: Guild, channelId: Snowflake): Promise<void> {
    const key = keyOf(guild, channelId);
    if (this.#broken.has(key)) return;
    this.#broken.add(key);
    this.#working.delete(key);
    await this.#context.ensureGuild(guild.id);
    if (await this.#pauses.begin({ guildId: guild.id, channelId }))
      await this.#staff.tellBrokenLog(guild, channelId);
  }

  async #resume(guild: Guild, channelId: Snowflake): Promise<void> {
    const key = keyOf(guild, channelId);
    if (this.#working.has(key)) return;
    this.#working.add(key);
    this.#broken.delete(key);
    this.#resting.delete(key);
    await this.#pauses.end({ guildId: guild.id, channelId });
  }
}

/** Two servers may name the same channel, though it is there in one at most. */
function keyOf(guild: Guild, channelId: Snowflake): string {
  return `${guild.id}/${channelId}`;
}
