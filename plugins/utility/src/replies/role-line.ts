import { escaped, type Translator } from '@twi/sdk';
import { roleMention } from 'discord.js';
import type { SelfRole } from '../roles/self-role.ts';

/** A role in a list: what it looks like, what it is for, and who may take it. */
export function roleLine(
  { roleId, emoji, description, requiredRoleIds }: SelfRole,
  t: Translator,
  mark = '',
): string {
  const required = requiredRoleIds.map((id) => roleMention(id)).join(', ');
  const said = [description && escaped(description), required && t('utility:roles.for', { required })];
  const words = said.filter(Boolean).join(' · ');
  return `${emoji ?? '•'} ${roleMention(roleId)}${mark}${words && ` – ${words}`}`;
}
