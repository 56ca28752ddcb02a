import { type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { bold, channelMention, type GuildMember, roleMention } from 'discord.js';
import type { CustomCommand } from '../custom-commands/custom-command.ts';
import type { CommandPrefix } from '../custom-commands/custom-commands.ts';
import { realCommandOf } from '../custom-commands/real-command.ts';
import { pageOf, parsePage } from './page-of.ts';

const HANDLER = 'custom-list';
const PAGE_SIZE = 15;

export interface CustomListView {
  readonly member: GuildMember;
  readonly commands: readonly CustomCommand[];
  /** Sees all of them. */
  readonly isStaff: boolean;
  readonly prefix: CommandPrefix;
  /** Counts from 0. */
  readonly page: number;
}

/** A page of `/custom list`: what somebody can type, and for the staff what nobody can. */
export function customListReply(
  { member, commands, isStaff, prefix, page }: CustomListView,
  t: Translator,
): PlainReply {
  const visible = commands.filter((command) => isStaff || isFor(command, member));
  const { items, buttons } = pageOf(visible, { page, size: PAGE_SIZE, handler: HANDLER, t });
  return reply.list(
    items.map((command) => lineOf(command, prefix.text, t)),
    { title: t('utility:custom.title'), empty: t('utility:custom.empty'), ...buttons },
  );
}

/** The page that a button shows, or `undefined` when it is another's button. */
export function parseCustomPage(id: string): number | undefined {
  return parsePage(HANDLER, id);
}

/** A channel that somebody cannot see is not told to them. */
function isFor({ name, channelId, roleId }: CustomCommand, { guild, roles, id }: GuildMember): boolean {
  const channel = channelId === null ? undefined : guild.channels.cache.get(channelId);
  const maySee = channelId === null || (channel?.permissionsFor(id)?.has('ViewChannel') ?? false);
  return maySee && (roleId === null || roles.cache.has(roleId)) && realCommandOf(name) === undefined;
}

function lineOf({ name, uses, channelId, roleId }: CustomCommand, prefix: string, t: Translator): string {
  const real = realCommandOf(name);
  const details = [
    t('utility:custom.used', { count: uses }),
    channelId && t('utility:custom.only-in', { channel: channelMention(channelId) }),
    roleId && t('utility:custom.only-for', { role: roleMention(roleId) }),
    real && `⚠️ ${t('utility:custom.overtaken', { command: real })}`,
  ];
  return `${bold(escaped(`${prefix}${name}`))} – ${details.filter(Boolean).join(' · ')}`;
}
