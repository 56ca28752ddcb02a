import { permissionName, refusal, UserError } from '@twi/sdk';
import { channelMention, type PermissionsString, type Snowflake } from 'discord.js';

/** Discord's limit (Resources › Message › Create Message). */
export const LONGEST_MESSAGE = 2_000;

export function nothingToSay(): UserError {
  return new UserError(refusal('utility:errors.nothing-to-say'));
}

export function callerLacks(channelId: Snowflake, missing: readonly PermissionsString[]): UserError {
  return new UserError(
    refusal('utility:errors.caller-lacks', {
      channel: channelMention(channelId),
      permissions: named(missing),
    }),
  );
}

export function botLacks(channelId: Snowflake, missing: readonly PermissionsString[]): UserError {
  return new UserError(
    refusal('utility:errors.bot-lacks', { channel: channelMention(channelId), permissions: named(missing) }),
  );
}

function named(permissions: readonly PermissionsString[]): string {
  return permissions.map((permission) => `**${permissionName(permission)}**`).join(', ');
}
