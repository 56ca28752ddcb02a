import { ChannelType } from 'discord-api-types/v10';

/** What a role (type 0) or a member (type 1) is allowed or denied in one channel. */
export interface OverwriteRecord {
  readonly id: string;
  readonly type: 0 | 1;
  allow: bigint;
  deny: bigint;
}

/** What a thread has beyond a channel. */
export interface ThreadRecord {
  readonly ownerId: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  autoArchiveMinutes: number;
  archivedAt: string;
  readonly createdAt: string;
  messageCount: number;
  totalMessageSent: number;
  appliedTags: string[];
  /** When each member joined, by user id. */
  readonly members: Map<string, string>;
}

/** A channel, a thread or a direct conversation. */
export interface ChannelRecord {
  readonly id: string;
  type: ChannelType;
  readonly guildId?: string;
  name: string;
  position: number;
  parentId: string | null;
  overwrites: Map<string, OverwriteRecord>;
  lastMessageId: string | null;
  lastPinAt?: string;
  /** Fields that no rule of the sandbox computes with (topic, nsfw, rate_limit_per_user, …), in wire form. */
  properties: Record<string, unknown>;
  readonly thread?: ThreadRecord;
  /** The person on the other side of a direct conversation with the bot. */
  readonly recipientId?: string;
}

const THREAD_ONLY_TYPES: ReadonlySet<ChannelType> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

/** Tells whether messages live in threads of this channel only (forums and media channels). */
export function isThreadOnly(channel: ChannelRecord): boolean {
  return THREAD_ONLY_TYPES.has(channel.type);
}

/** The fields Discord sends for a kind of channel even where nobody set them. */
export function defaultProperties(type: ChannelType): Record<string, unknown> {
  switch (type) {
    case ChannelType.GuildVoice:
    case ChannelType.GuildStageVoice:
      return { bitrate: 64_000, user_limit: 0, rtc_region: null, nsfw: false, rate_limit_per_user: 0 };
    case ChannelType.GuildForum:
    case ChannelType.GuildMedia:
      return {
        topic: null,
        nsfw: false,
        rate_limit_per_user: 0,
        available_tags: [],
        default_reaction_emoji: null,
        default_sort_order: null,
        default_forum_layout: 0,
        template: '',
      };
    case ChannelType.GuildText:
    case ChannelType.GuildAnnouncement:
      return { topic: null, nsfw: false, rate_limit_per_user: 0 };
    case ChannelType.PublicThread:
    case ChannelType.PrivateThread:
    case ChannelType.AnnouncementThread:
      return { rate_limit_per_user: 0 };
    case ChannelType.DM:
    case ChannelType.GroupDM:
    case ChannelType.GuildCategory:
    case ChannelType.GuildDirectory:
      return {};
    default:
      // A kind of channel that is newer than this list.
      return {};
  }
}
