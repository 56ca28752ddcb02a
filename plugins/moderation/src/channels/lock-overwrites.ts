import { PermissionFlagsBits, type PermissionOverwrites, PermissionsBitField } from 'discord.js';
import type { RememberedOverwrite } from '../database/channel-lock-table.ts';
import type { LockableChannel } from './lockable-channel.ts';

/** What a lock takes from people. */
const LOCKED =
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.CreatePrivateThreads |
  PermissionFlagsBits.AddReactions;
const LOCKED_VOICE = LOCKED | PermissionFlagsBits.Connect | PermissionFlagsBits.Speak;
/** What the bot keeps for itself: it answers there, and without Connect it could not manage a voice channel to unlock it. */
const KEPT_BY_BOT = PermissionFlagsBits.SendMessages | PermissionFlagsBits.Connect;

/** An overwrite as it should be; without bits it should not be at all. */
export interface WantedOverwrite {
  readonly roleId: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

/**
 * The overwrites that a lock changes, as they are: the one for everybody, and those that let a role write all the same.
 * Roles of staff, who manage messages, go on writing.
 */
export function overwritesToLock(channel: LockableChannel): RememberedOverwrite[] {
  const mask = maskOf(channel);
  const everyone = channel.guild.roles.everyone.id;
  const overwrites = channel.permissionOverwrites.cache;
  const open = [...overwrites.values()].filter(
    ({ id, allow }) => id !== everyone && (allow.bitfield & mask) !== 0n && isOfOrdinaryRole(channel, id),
  );
  const bot = channel.client.user.id;
  return [
    remember(everyone, overwrites.get(everyone)),
    remember(bot, overwrites.get(bot)),
    ...open.map((overwrite) => remember(overwrite.id, overwrite)),
  ];
}

/** What locks the channel. */
export function lockedOverwrites(
  channel: LockableChannel,
  before: readonly RememberedOverwrite[],
): WantedOverwrite[] {
  const mask = maskOf(channel);
  const everyone = channel.guild.roles.everyone.id;
  // Nobody can give more than they hold.
  const held = channel.permissionsFor(channel.client.user)?.bitfield ?? 0n;
  const kept = held & mask & KEPT_BY_BOT;
  return before.map(({ roleId, allow, deny }) => {
    if (roleId === channel.client.user.id)
      return { roleId, allow: BigInt(allow) | kept, deny: BigInt(deny) & ~kept };
    return {
      roleId,
      allow: BigInt(allow) & ~mask,
      deny: roleId === everyone ? BigInt(deny) | mask : BigInt(deny),
    };
  });
}

/** What brings back the bits that the lock changed. Whatever others changed meanwhile stays. */
export function restoredOverwrites(
  channel: LockableChannel,
  before: readonly RememberedOverwrite[],
): WantedOverwrite[] {
  const mask = maskOf(channel);
  return before
    .filter(({ roleId }) => roleId === channel.client.user.id || channel.guild.roles.cache.has(roleId))
    .map(({ roleId, allow, deny }) => {
      const now = channel.permissionOverwrites.cache.get(roleId);
      return {
        roleId,
        allow: ((now?.allow.bitfield ?? 0n) & ~mask) | (BigInt(allow) & mask),
        deny: ((now?.deny.bitfield ?? 0n) & ~mask) | (BigInt(deny) & mask),
      };
    });
}

function maskOf(channel: LockableChannel): bigint {
  return channel.isVoiceBased() ? LOCKED_VOICE : LOCKED;
}

function isOfOrdinaryRole({ guild }: LockableChannel, id: string): boolean {
  const role = guild.roles.cache.get(id);
  return role !== undefined && !role.managed && !role.permissions.has(PermissionFlagsBits.ManageMessages);
}

function remember(roleId: string, overwrite: PermissionOverwrites | undefined): RememberedOverwrite {
  const none = new PermissionsBitField();
  const { allow, deny } = overwrite ?? { allow: none, deny: none };
  return {
    roleId,
    allow: String(allow.bitfield),
    deny: String(deny.bitfield),
    existed: overwrite !== undefined,
  };
}
