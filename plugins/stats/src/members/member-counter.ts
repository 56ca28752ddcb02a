import type { GuildMember, PartialGuildMember } from 'discord.js';
import type { BatchQueue } from '../counting/batch-queue.ts';
import type { GuildClock } from '../counting/guild-clock.ts';
import type { GuildRules } from '../counting/guild-rules.ts';
import type { Tracks } from '../counting/tracks.ts';

interface MemberCounterParts {
  readonly queue: BatchQueue;
  readonly tracks: Tracks;
  readonly clock: GuildClock;
  readonly rules: GuildRules;
}

/** Counts who comes and who goes. */
export class MemberCounter {
  readonly #parts: MemberCounterParts;

  constructor(parts: MemberCounterParts) {
    this.#parts = parts;
  }

  joined(member: GuildMember): Promise<void> {
    return this.#count(member, 'join', member.joinedAt ?? new Date());
  }

  left(member: GuildMember | PartialGuildMember): Promise<void> {
    return this.#count(member, 'leave', new Date());
  }

  async #count(
    { guild, user, joinedAt }: GuildMember | PartialGuildMember,
    kind: 'join' | 'leave',
    at: Date,
  ): Promise<void> {
    if (user.bot) return;
    const { queue, tracks, clock, rules } = this.#parts;
    const track = tracks.of(guild);
    const { timeZone } = await rules.of(guild.id);
    if (track.ownership === 'lost') return;
    const { day } = clock.hourOf(at.getTime(), timeZone);
    queue.current.memberEvents.push({ guildId: guild.id, userId: user.id, kind, at, day, joinedAt });
  }
}
