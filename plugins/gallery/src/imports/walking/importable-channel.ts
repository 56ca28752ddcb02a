import { missingPermissions, permissionName, UserError } from '@twi/sdk';
import {
  type Channel,
  ChannelType,
  type ForumChannel,
  type MediaChannel,
  type NewsChannel,
  type PermissionsString,
  type TextChannel,
} from 'discord.js';
import type { ImportPhase } from '../../database/import-tables.ts';
import { cannotImport } from '../import-errors.ts';
import type { ChannelWalk } from './channel-walk.ts';
import { ForumWalk } from './forum-walk.ts';
import { MessageWalk } from './message-walk.ts';

export type ImportableChannel = ForumChannel | MediaChannel | NewsChannel | TextChannel;

/** The types of channels whose posts can be imported. */
export const IMPORTABLE_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
] as const;

const NEEDED: readonly PermissionsString[] = ['ViewChannel', 'ReadMessageHistory'];

/** Tells whether the posts of a channel can be imported. */
export function isImportable(channel: Channel | null): channel is ImportableChannel {
  return channel !== null && (IMPORTABLE_TYPES as readonly ChannelType[]).includes(channel.type);
}

/** Where an import of the channel begins. */
export function firstPhase(channel: ImportableChannel): ImportPhase {
  return isForum(channel) ? 'open-threads' : 'messages';
}

/** The way through the posts of a channel. */
export function walkThrough(channel: ImportableChannel): ChannelWalk {
  return isForum(channel) ? new ForumWalk(channel) : new MessageWalk(channel);
}

/** @throws {UserError} `gallery.cannot-import` when the bot may not read what was posted there */
export async function assertReadable(channel: ImportableChannel): Promise<void> {
  const missing = await missingPermissions(channel, NEEDED);
  if (missing.length > 0) throw new UserError(cannotImport(channel.id, missing.map(permissionName)));
}

function isForum(channel: ImportableChannel): channel is ForumChannel | MediaChannel {
  return channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;
}
