import type { APIAutoModerationRule, APIEmoji, APISticker } from 'discord-api-types/v10';
import type { AuditEntryRecord } from './audit-log.ts';
import type { MemberRecord } from './member.ts';
import type { RoleRecord } from './role.ts';
import type { VoiceStateRecord } from './voice-state.ts';

/** An invite of a guild. */
export interface InviteRecord {
  readonly code: string;
  readonly channelId: string;
  readonly inviterId: string;
  readonly createdAt: string;
  readonly maxAgeSeconds: number;
  readonly maxUses: number;
  readonly temporary: boolean;
  uses: number;
}

/** A guild with all that belongs to it; channels are indexed in the world because ids alone name them. */
export interface GuildRecord {
  readonly id: string;
  name: string;
  ownerId: string;
  readonly roles: Map<string, RoleRecord>;
  readonly members: Map<string, MemberRecord>;
  readonly channelIds: Set<string>;
  /** Reason of each ban by user id. */
  readonly bans: Map<string, string | null>;
  readonly emojis: Map<string, APIEmoji>;
  readonly stickers: Map<string, APISticker>;
  readonly invites: Map<string, InviteRecord>;
  readonly auditLog: AuditEntryRecord[];
  /** Who is in voice, by user id; absent while nobody ever was. */
  voiceStates?: Map<string, VoiceStateRecord>;
  /** Absent while there are none. */
  autoModeration?: Map<string, APIAutoModerationRule>;
  /** Names of commands created today, for Discord's limit of 200 creations a day. */
  commandCreations: { day: string; count: number };
  /** Whether an administrator shows all commands to everybody (Server Settings › Integrations); absent: as registered. */
  showsAllCommands?: true;
  /** Fields that no rule of the sandbox computes with, in wire form. */
  properties: Record<string, unknown>;
}
