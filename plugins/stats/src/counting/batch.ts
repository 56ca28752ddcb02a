import type { Snowflake } from 'discord.js';
import { KeyedRows } from './keyed-rows.ts';

/** What is counted of somebody in an hour. */
export interface Amounts {
  readonly messages: number;
  readonly attachments: number;
  readonly reactions: number;
  readonly voiceSeconds: number;
}

/** Whose, where and when. */
export interface ActivityKey {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly userId: Snowflake;
  /** When the hour begins, in milliseconds. */
  readonly hour: number;
  readonly day: string;
}

export type Activity = ActivityKey & { -readonly [Measure in keyof Amounts]: Amounts[Measure] };

export interface EmojiUse {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly day: string;
  readonly emoji: string;
  readonly name: string | null;
  inMessages: number;
  inReactions: number;
}

/** How far a channel is counted, with what came before as a gap. */
export interface Position {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly parentId: Snowflake | null;
  /** What is not counted up to here was missed. */
  readonly gapTo: bigint | undefined;
  readonly countedTo: bigint;
  readonly countedAfter: readonly bigint[];
}

export interface MemberEvent {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly kind: 'join' | 'leave';
  readonly at: Date;
  readonly day: string;
  readonly joinedAt: Date | null;
}

export interface VoiceStay {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  readonly startedAt: Date;
  readonly countedTo: Date;
  readonly endedAt: Date | null;
  readonly seconds: number;
}

/** What was counted and is written together: once, or not at all. */
export class Batch {
  readonly activity = new KeyedRows<Activity>();
  readonly emoji = new KeyedRows<EmojiUse>();
  readonly positions = new Map<Snowflake, Position>();
  readonly memberEvents: MemberEvent[] = [];
  readonly stays = new Map<string, VoiceStay>();

  /** How many entries it holds. */
  get size(): number {
    const { activity, emoji, positions, memberEvents, stays } = this;
    return activity.size + emoji.size + positions.size + memberEvents.length + stays.size;
  }

  addActivity(key: ActivityKey, amounts: Partial<Amounts>): void {
    const { channelId, userId, hour, day } = key;
    const { messages = 0, attachments = 0, reactions = 0, voiceSeconds = 0 } = amounts;
    // A channel is in one guild.
    const entry = this.activity.find(channelId, userId, (row) => row.hour === hour && row.day === day);
    if (!entry) {
      this.activity.add(channelId, userId, { ...key, messages, attachments, reactions, voiceSeconds });
      return;
    }
    entry.messages += messages;
    entry.attachments += attachments;
    entry.reactions += reactions;
    entry.voiceSeconds += voiceSeconds;
  }

  addEmoji(use: EmojiUse): void {
    const { guildId, userId, day, emoji } = use;
    const entry = this.emoji.find(userId, emoji, (row) => row.guildId === guildId && row.day === day);
    if (!entry) {
      this.emoji.add(userId, emoji, { ...use });
      return;
    }
    entry.inMessages += use.inMessages;
    entry.inReactions += use.inReactions;
  }

  addStay(stay: VoiceStay): void {
    const name = `${stay.guildId} ${stay.userId} ${stay.startedAt.getTime()}`;
    const seconds = (this.stays.get(name)?.seconds ?? 0) + stay.seconds;
    this.stays.set(name, { ...stay, seconds });
  }

  dropGuild(guildId: Snowflake): void {
    const isOfGuild = (row: { readonly guildId: Snowflake }): boolean => row.guildId === guildId;
    for (const rows of [this.activity, this.emoji]) rows.drop(isOfGuild);
    for (const entries of [this.positions, this.stays])
      for (const [name, entry] of entries) if (isOfGuild(entry)) entries.delete(name);
    const others = this.memberEvents.filter((event) => !isOfGuild(event));
    this.memberEvents.splice(0, Infinity, ...others);
  }
}
