import type { MessageReaction, PartialMessageReaction, PartialUser, User } from 'discord.js';
import type { BatchQueue } from './batch-queue.ts';
import type { GuildClock } from './guild-clock.ts';
import type { GuildRules } from './guild-rules.ts';
import { hasIgnoredRole, isIgnoredChannel } from './rules.ts';
import type { Tracks } from './tracks.ts';

/** Reactions that are remembered, so that giving, taking back and giving again is one. */
const REMEMBERED = 10_000;

interface ReactionCounterParts {
  readonly queue: BatchQueue;
  readonly tracks: Tracks;
  readonly clock: GuildClock;
  readonly rules: GuildRules;
}

/** Counts reactions that members give. What they take back was given all the same. */
export class ReactionCounter {
  readonly #parts: ReactionCounterParts;
  readonly #seen = new Set<string>();

  constructor(parts: ReactionCounterParts) {
    this.#parts = parts;
  }

  async count(reaction: MessageReaction | PartialMessageReaction, user: User | PartialUser): Promise<void> {
    const { queue, tracks, clock } = this.#parts;
    const { channel } = reaction.message;
    if (channel.isDMBased() || user.bot || !this.#isFirst(reaction, user.id)) return;
    const { guild, guildId } = channel;
    const track = tracks.of(guild);
    const rules = await this.#parts.rules.of(guildId);
    const member = guild.members.cache.get(user.id);
    if (track.ownership === 'lost' || isIgnoredChannel(channel, rules) || hasIgnoredRole(member, rules))
      return;
    const { hour, day } = clock.hourOf(Date.now(), rules.timeZone);
    const key = { guildId, channelId: channel.id, userId: user.id, hour, day };
    const { id, name } = reaction.emoji;
    queue.current.addActivity(key, { reactions: 1 });
    const emoji = id ?? name;
    if (emoji !== null)
      queue.current.addEmoji({
        ...key,
        emoji,
        name: id === null ? null : name,
        inMessages: 0,
        inReactions: 1,
      });
  }

  #isFirst({ message, emoji }: MessageReaction | PartialMessageReaction, userId: string): boolean {
    const key = `${message.id} ${emoji.id ?? emoji.name} ${userId}`;
    if (this.#seen.has(key)) return false;
    const [oldest] = this.#seen;
    if (this.#seen.size >= REMEMBERED && oldest !== undefined) this.#seen.delete(oldest);
    this.#seen.add(key);
    return true;
  }
}
