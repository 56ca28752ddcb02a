import { type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { bold, type GuildMember } from 'discord.js';
import { roleProblem, problemText } from '../roles/role-problem.ts';
import { isOpenTo, type SelfRole } from '../roles/self-role.ts';
import { shownRoles, sortedRoles } from '../roles/sorted-roles.ts';
import { pageOf, parsePage } from './page-of.ts';
import { roleLine } from './role-line.ts';

const HANDLER = 'roles';
/** Long enough for few pages, short enough for an embed even if every line is as long as can be. */
const PAGE_SIZE = 12;

export interface RoleListView {
  readonly member: GuildMember;
  readonly roles: readonly SelfRole[];
  /** Sees all roles, and what is wrong with them. */
  readonly isStaff: boolean;
  /** Counts from 0; beyond the last it is the last. */
  readonly page: number;
}

/** A page of `/roles`: what somebody can take, by category. */
export function roleListReply({ member, roles, isStaff, page }: RoleListView, t: Translator): PlainReply {
  const { guild } = member;
  const held = new Set(member.roles.cache.keys());
  const visible = isStaff
    ? sortedRoles(roles, guild)
    : shownRoles(roles, guild).filter((role) => isOpenTo(role, held) || held.has(role.roleId));
  const { items, buttons } = pageOf(visible, { page, size: PAGE_SIZE, handler: HANDLER, t });
  const lines = Map.groupBy(items, ({ category }) => category)
    .entries()
    .flatMap(([category, of]) => [
      bold(escaped(category)),
      ...of.flatMap((role) => linesOf(role, member, { isStaff, t })),
      '',
    ])
    .toArray();
  return reply.list(visible.length > 0 ? [...lines, t('utility:roles.how-to')] : [], {
    title: t('utility:roles.title'),
    empty: t('utility:roles.none'),
    ...buttons,
  });
}

/** The page that a button shows, or `undefined` when it is another's button. */
export function parseRolePage(id: string): number | undefined {
  return parsePage(HANDLER, id);
}

function linesOf(
  role: SelfRole,
  member: GuildMember,
  { isStaff, t }: { readonly isStaff: boolean; readonly t: Translator },
): string[] {
  const line = roleLine(role, t, member.roles.cache.has(role.roleId) ? ' ✅' : '');
  const known = member.guild.roles.cache.get(role.roleId);
  const problem = isStaff && known ? roleProblem(known) : undefined;
  const notes = [
    known && problem ? problemText(known, problem) : undefined,
    isStaff && isLockedForAll(role, member)
      ? 'Nobody can take it: the roles that it asks for were deleted.'
      : undefined,
  ];
  return [line, ...notes.flatMap((note) => (note ? `-# ⚠️ ${note}` : []))];
}

function isLockedForAll({ requiredRoleIds }: SelfRole, { guild }: GuildMember): boolean {
  return requiredRoleIds.length > 0 && !requiredRoleIds.some((id) => guild.roles.cache.has(id));
}
