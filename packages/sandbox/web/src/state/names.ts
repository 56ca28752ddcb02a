import type { APIGuildMember, APIRole, APIUser } from 'discord-api-types/v10';
import { guild, view } from './place.ts';

/** Finds an account. */
export function userOf(id: string): APIUser | undefined {
  return view.value?.users.find((user) => user.id === id);
}

/** Finds a member of the open guild. */
function memberOf(id: string): APIGuildMember | undefined {
  return guild.value?.members.find(({ user }) => user.id === id);
}

/** How a person is called in the open guild. */
export function nameOf(id: string): string {
  const user = userOf(id);
  return memberOf(id)?.nick ?? user?.global_name ?? user?.username ?? 'Unknown user';
}

/** The roles of a member, the highest first, `@everyone` left out. */
export function rolesOf(id: string): APIRole[] {
  const ids = new Set(memberOf(id)?.roles);
  return (guild.value?.roles ?? [])
    .filter((role) => ids.has(role.id))
    .toSorted((a, b) => b.position - a.position);
}

/** The colour that a member's name has, from their highest role that has one; each theme says how much of it. */
export function colorOf(id: string): string | undefined {
  const color = rolesOf(id).find((role) => role.color !== 0)?.color;
  if (color === undefined) return undefined;
  return legible(color);
}

/** A role's colour as text can have it in either theme. */
export function legible(color: number): string {
  return `color-mix(in srgb, ${cssColor(color)} var(--role-strength), var(--strong))`;
}

/** Writes a colour as CSS takes it. */
export function cssColor(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
