import type {
  APIApplicationCommand,
  APIGuildMember,
  APIMessage,
  APIRole,
  APIUser,
  ChannelType,
} from 'discord-api-types/v10';
import type { CommandGroup } from '../state/command-group.ts';

/** What a page wants to be told: who looks, and at which channel. Sent again whenever that changes. */
export interface Look {
  /** Id of the person. */
  readonly as: string;
  /** Id of the channel whose messages are wanted. */
  readonly channel?: string | undefined;
  /** How many of its latest messages, 1-1000; 100 by default. */
  readonly limit?: number | undefined;
}

/** A channel that the person sees. */
export interface ChannelView {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string;
  readonly position: number;
  readonly parentId: string | null;
  readonly topic: string | null;
  readonly isAgeRestricted: boolean;
  readonly lastMessageId: string | null;
  /** Who is in the voice channel. */
  readonly voiceUserIds: readonly string[];
  /** The person's permissions there, as bits. */
  readonly permissions: string;
  readonly thread?: {
    readonly ownerId: string;
    readonly isArchived: boolean;
    readonly isLocked: boolean;
    readonly messageCount: number;
  };
}

/** A guild; of one that the person is not in, the channels are left out. */
export interface GuildView {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly isMember: boolean;
  readonly isBanned: boolean;
  readonly hasBot: boolean;
  /** The person's permissions apart from any channel, as bits. */
  readonly permissions: string;
  readonly roles: readonly APIRole[];
  readonly members: readonly APIGuildMember[];
  /** Ids of the users who are banned; empty for those who may not ban. */
  readonly bannedUserIds: readonly string[];
  readonly channels: readonly ChannelView[];
}

/** Everything but messages and commands, as one person sees it. */
export interface PersonView {
  readonly me: string;
  readonly botId: string;
  readonly isBotOnline: boolean;
  readonly users: readonly APIUser[];
  readonly guilds: readonly GuildView[];
  /** Where the person and the bot talk directly; absent until one of them has opened it. */
  readonly directChannelId?: string;
}

/** What a page is told. */
export type LiveFrame =
  /** Comes first; a page that was built for another version understands nothing of what follows. */
  | { readonly type: 'hello'; readonly version: number }
  | { readonly type: 'view'; readonly view: PersonView }
  | {
      readonly type: 'messages';
      readonly channelId: string;
      /** New ones and those that have changed. */
      readonly changed: readonly APIMessage[];
      readonly deletedIds: readonly string[];
      /** Whether older messages exist than those that were asked for. */
      readonly hasOlder: boolean;
      /** Whether what was known of the channel before is to be forgotten. */
      readonly isFirst: boolean;
    }
  | {
      readonly type: 'commands';
      readonly channelId: string;
      readonly commands: readonly APIApplicationCommand[];
      /** By plugin, as the bot told; those commands included that the person does not see. */
      readonly groups: readonly CommandGroup[];
    }
  /** Who else is writing in the channel. */
  | { readonly type: 'typing'; readonly channelId: string; readonly userIds: readonly string[] }
  /** Something has happened; the sandbox's records are worth reading again. */
  | { readonly type: 'activity' }
  | { readonly type: 'refused'; readonly message: string };
