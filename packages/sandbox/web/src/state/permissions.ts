import { PermissionFlagsBits } from 'discord-api-types/v10';
import { channel, guild } from './place.ts';

type PermissionName = keyof typeof PermissionFlagsBits;

/** Tells whether the person may do something in the open channel; everything is open in a direct conversation. */
export function mayHere(name: PermissionName): boolean {
  return !channel.value || has(channel.value.permissions, name);
}

/** Tells whether the person may do something in the open guild. */
export function mayInGuild(name: PermissionName): boolean {
  return guild.value !== undefined && has(guild.value.permissions, name);
}

function has(bits: string, name: PermissionName): boolean {
  return (BigInt(bits) & PermissionFlagsBits[name]) !== 0n;
}
