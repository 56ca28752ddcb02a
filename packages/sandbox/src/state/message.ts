import type { APIMessage } from 'discord-api-types/v10';

/** A reaction's emoji: a custom one has an id, a standard one only its character. */
export interface ReactionEmoji {
  readonly id: string | null;
  readonly name: string;
}

/** Who reacted with one emoji. */
export interface ReactionRecord {
  readonly emoji: ReactionEmoji;
  readonly userIds: Set<string>;
}

/** Who voted in a message's poll, and whether it is over. */
export interface PollRecord {
  /** Unix milliseconds at which the poll ends by itself. */
  readonly expiresAt: number;
  /** Voters by answer, in the order of their votes. */
  readonly votes: Map<number, Set<string>>;
  isOver: boolean;
}

/** A message: its wire form without what is computed when it is sent (attachment addresses, reactions). */
export interface MessageRecord {
  message: APIMessage;
  attachmentIds: string[];
  /** By emoji key (`id` or character); absent while nobody reacted, as nearly all messages are. */
  reactions?: Map<string, ReactionRecord>;
  /** The votes of the poll that `message` carries. */
  poll?: PollRecord;
  /** The only user who sees this message. */
  readonly ephemeralFor?: string;
  pinnedAt?: string;
}
