import { customId, parseCustomId, type PlainReply, reply, type Translator } from '@twi/sdk';
import { bold, escapeMarkdown, type GuildMember } from 'discord.js';
import { roleProblem, problemText } from '../roles/role-problem.ts';
import { isOpenTo, type SelfRole } from '../roles/self-role.ts';
import { shownRoles, sortedRoles } from '../roles/sorted-roles.ts';
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
  const last = Math.max(0, Math.ceil(visible.length / PAGE_SIZE) - 1);
  const now = Math.min(page, last);
  const onPage = visible.slice(now * PAGE_SIZE, (now + 1) * PAGE_SIZE);
  const lines = Map.groupBy(onPage, ({ category }) => category)
    .entries()
    .flatMap(([category, of]) => [
      bold(escapeMarkdown(category)),
      ...of.flatMap((role) => linesOf(role, member, { isStaff, t })),
      '',
    ])
    .toArray();
  return reply.list(visible.length > 0 ? [...lines, t('utility:roles.how-to')] : [], {
    title: t('utility:roles.title'),
    empty: t('utility:roles.none'),
    ...(now > 0 && { previous: customId('utility', HANDLER, String(now - 1)) }),
    ...(now < last && { next: customId('utility', HANDLER, String(now + 1)) }),
    labels: { previous: t('utility:pages.previous'), next: t('utility:pages.next') },
  });
}

/** The page that a button shows, or `undefined` when it is another's button. */
export function parseRolePage(id: string): number | undefined {
  const parsed = parseCustomId(id);
  return parsed?.plugin === 'utility' && parsed.handler === HANDLER ? Number(parsed.state) : undefined;
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
