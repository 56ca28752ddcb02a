import type { APIRole, RoleFlags } from 'discord-api-types/v10';

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

// -- the enumeration has no name for none of its flags
const NO_FLAGS = 0 as RoleFlags;

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
    flags: NO_FLAGS,
    ...(role.botId !== undefined && { tags: { bot_id: role.botId } }),
  };
}
