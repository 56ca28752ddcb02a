import { customId, type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { bold, type Guild } from 'discord.js';
import type { SelfRole } from '../roles/self-role.ts';
import { roleLine } from './role-line.ts';
import { roleMenuRow, roleMenus } from './role-menus.ts';

/** Discord's limit for the rows of a message (Components Reference › Action Row). */
const MOST_MENUS = 5;
/** Room in an embed's description, which takes 4,096 characters, beside the sentence above the list. */
const LONGEST_LIST = 3_800;

/** What a panel is about. */
export interface PanelContent {
  readonly guild: Guild;
  /** In the order in which they are shown. */
  readonly roles: readonly SelfRole[];
  /** Whose roles it shows; `null`: all. */
  readonly category: string | null;
}

/** The message in which members choose roles. Its menus carry the roles, so they work after a restart. */
export function rolePanelReply({ guild, roles, category }: PanelContent, t: Translator): PlainReply {
  const title = category === null ? t('utility:roles.panel.title') : escaped(category);
  const menus = roleMenus(roles);
  if (menus.length === 0) return reply.info(t('utility:roles.panel.nothing'), { title });
  const rows = menus
    .slice(0, MOST_MENUS)
    .map((menu, index) =>
      roleMenuRow(menu, { id: customId('utility', 'role-panel', String(index)), guild, t }),
    );
  return reply.info([t('utility:roles.panel.how-to'), ...listOf(roles, category, t)].join('\n'), {
    title,
    components: rows,
    ...(menus.length > MOST_MENUS && { footer: t('utility:roles.panel.more') }),
  });
}

/** Left out where it would be cut: the menus say the same. */
function listOf(roles: readonly SelfRole[], category: string | null, t: Translator): string[] {
  const lines = Map.groupBy(roles, (role) => role.category)
    .entries()
    .flatMap(([name, of]) => [
      '',
      ...(category === null ? [bold(escaped(name))] : []),
      ...of.map((role) => roleLine(role, t)),
    ])
    .toArray();
  return lines.join('\n').length > LONGEST_LIST ? [] : lines;
}
