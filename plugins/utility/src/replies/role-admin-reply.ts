import { type PlainReply, reply, escaped } from '@twi/sdk';
import { roleMention } from 'discord.js';
import type { SelfRole } from '../roles/self-role.ts';

const SENTENCES = {
  add: (role: string) => `Members may take ${role} now: with \`/role\`, or in a \`/role-panel\`.`,
  edit: (role: string) => `Changed ${role}. Panels follow in a moment.`,
  remove: (role: string) => `Members may take ${role} no more. Who has it keeps it.`,
} as const;

/** What became of a role, with all that is said about it. */
export function roleAdminReply(verb: keyof typeof SENTENCES, role: SelfRole): PlainReply {
  const sentence = SENTENCES[verb](roleMention(role.roleId));
  return reply.success(sentence, { fields: verb === 'remove' ? [] : fieldsOf(role) });
}

function fieldsOf({ category, description, emoji, exclusiveGroup, requiredRoleIds, weight }: SelfRole) {
  const values: Record<string, string | null> = {
    Category: escaped(category),
    Description: description && escaped(description),
    Emoji: emoji,
    'Only one of the group': exclusiveGroup && escaped(exclusiveGroup),
    'For who has any of': requiredRoleIds.map((id) => roleMention(id)).join(', '),
    Weight: weight === 0 ? null : String(weight),
  };
  return Object.entries(values).flatMap(([name, value]) => (value ? [{ name, value, inline: true }] : []));
}
