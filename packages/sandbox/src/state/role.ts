import type { APIRole } from 'discord-api-types/v10';
import { bitFlags } from './bit-flags.ts';

/** A role of one guild; permissions are kept as bits because every check computes with them. */
export interface RoleRecord {
  readonly id: string;
  name: string;
  permissions: bigint;
  position: number;
  color: number;
  hoist: boolean;
  mentionable: boolean;
  readonly managed: boolean;
  /** The bot whose managed role this is. */
  readonly botId?: string;
}

/** Renders a role as Discord sends it. */
export function renderRole(role: RoleRecord): APIRole {
  return {
    id: role.id,
    name: role.name,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: role.hoist,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: role.permissions.toString(),
    managed: role.managed,
    mentionable: role.mentionable,
    flags: bitFlags(0),
    ...(role.botId !== undefined && { tags: { bot_id: role.botId } }),
  };
}
