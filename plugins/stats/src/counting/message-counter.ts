import type { GuildBasedChannel, GuildMember, Message, Snowflake } from 'discord.js';
import type { StatsContext } from '../context.ts';
import type { Batch } from './batch.ts';
import type { BatchQueue } from './batch-queue.ts';
import type { ChannelTrack } from './channel-track.ts';
import { emojiIn } from './emoji-in.ts';
import type { GuildClock } from './guild-clock.ts';
import type { GuildTrack } from './guild-track.ts';
import { isCountable } from './is-countable.ts';
import type { Liveness } from './liveness.ts';
import type { GuildRules } from './guild-rules.ts';
import { hasIgnoredRole, isIgnoredChannel, type Rules } from './rules.ts';
import type { Tracks } from './tracks.ts';

interface MessageCounterParts {
  readonly context: StatsContext;
  readonly queue: BatchQueue;
  readonly tracks: Tracks;
  readonly clock: GuildClock;
  readonly rules: GuildRules;
  readonly liveness: Pick<Liveness, 'isWhole' | 'miss'>;
}

/** Where a message was written, and who wrote it as a member, if they are still there. */
export interface MessagePlace {
  readonly channel: GuildBasedChannel;
  readonly member: GuildMember | null | undefined;
  readonly rules: Rules;
}

/** A message, and what is known of where it came. */
interface Met {
  readonly message: Message<true>;
  readonly channel: GuildBasedChannel;
  readonly guildTrack: GuildTrack;
  readonly track: ChannelTrack;
}

/** Counts messages as they come. */
export class MessageCounter {
  readonly #parts: MessageCounterParts;
  /** How many messages wait for the rules of their guilds. */
  #waiting = 0;

  constructor(parts: MessageCounterParts) {
    this.#parts = parts;
  }

  /** Counts a message: at once where its guild's rules are known, without a promise. */
  count(message: Message<true>): Promise<void> | undefined {
    const { tracks, rules, liveness } = this.#parts;
    const { guild, guildId, channel } = message;
    if (!liveness.isWhole) return undefined;
    // Before anything is waited for: what comes later must not look as if it had been there before.
    const guildTrack = tracks.of(guild, message);
    const met: Met = { message, channel, guildTrack, track: guildTrack.channel(channel, message.id) };
    // Nobody overtakes those who wait: messages count in the order in which they come.
    const known = this.#waiting === 0 ? rules.known(guildId) : undefined;
    if (!known) return this.#countLater(met);
    this.#add(met, known);
    return undefined;
  }

  async #countLater(met: Met): Promise<void> {
    this.#waiting += 1;
    const rules = await this.#rulesOf(met.guildTrack.guildId);
    this.#waiting -= 1;
    if (rules) this.#add(met, rules);
  }

  #add({ message, channel, guildTrack, track }: Met, rules: Rules): void {
    const { queue, tracks, clock, liveness } = this.#parts;
    if (tracks.find(guildTrack.guildId) !== guildTrack || guildTrack.ownership === 'lost') return;
    if (!liveness.isWhole || !track.take(message.id, performance.now())) return;
    tracks.touch(guildTrack, channel);
    // Finding the member costs as much as counting.
    const member = rules.ignoredRoles.length > 0 ? message.member : undefined;
    addMessage(queue.current, message, { place: { channel, member, rules }, clock });
  }

  /** `undefined` where nobody knows them: then the message is found in its channel when they are known. */
  async #rulesOf(guildId: Snowflake): Promise<Rules | undefined> {
    const { context, rules, liveness } = this.#parts;
    try {
      return await rules.of(guildId);
    } catch (error) {
      liveness.miss();
      context.logger.debug(`A message of the guild ${guildId} is counted later.`, error);
      return undefined;
    }
  }
}

/**
 * Adds a message to what is written together, unless it is left out.
 *
 * @returns whether it counts
 */
export function addMessage(
  batch: Pick<Batch, 'addActivity' | 'addEmoji'>,
  message: Message,
  { place, clock }: { readonly place: MessagePlace; readonly clock: GuildClock },
): boolean {
  const { channel, member, rules } = place;
  if (!isCountable(message) || isIgnoredChannel(channel, rules) || hasIgnoredRole(member, rules))
    return false;
  const { guildId } = channel;
  const userId = message.author.id;
  const { hour, day } = clock.hourOf(message.createdTimestamp, rules.timeZone);
  const key = { guildId, channelId: channel.id, userId, hour, day };
  batch.addActivity(key, { messages: 1, attachments: message.attachments.size });
  for (const { emoji, name } of emojiIn(message.content))
    batch.addEmoji({ guildId, userId, day, emoji, name, inMessages: 1, inReactions: 0 });
  return true;
}
