import { ownMember } from '@twi/sdk';
import { AuditLogEvent, type Guild, type GuildAuditLogsEntry, type Snowflake } from 'discord.js';

/** Something that lasts until it ends or is lifted. */
export interface Sanction {
  readonly noun: string;
  /** What somebody under it is. */
  readonly participle: string;
  /** The case type that begins it. */
  readonly begins: 'ban' | 'timeout';
  /** The case type that ends it. */
  readonly ends: 'unban' | 'untimeout';
  /** The kind of entry that Discord's own audit log has of its end. */
  readonly endEvent: AuditLogEvent.MemberBanRemove | AuditLogEvent.MemberUpdate;
}

export const BAN: Sanction = {
  noun: 'ban',
  participle: 'banned',
  begins: 'ban',
  ends: 'unban',
  endEvent: AuditLogEvent.MemberBanRemove,
};

export const TIMEOUT: Sanction = {
  noun: 'timeout',
  participle: 'timed out',
  begins: 'timeout',
  ends: 'untimeout',
  endEvent: AuditLogEvent.MemberUpdate,
};

/** How far back Discord's audit log is searched. */
const ENTRIES = 50;

/** Who ended it without the bot, by Discord's audit log; `undefined` where nobody did or the bot may not look. */
export async function findWhoEnded(
  { endEvent }: Sanction,
  guild: Guild,
  targetId: Snowflake,
): Promise<Snowflake | undefined> {
  const bot = await ownMember(guild);
  if (!bot.permissions.has('ViewAuditLog')) return undefined;
  const { entries } = await guild.fetchAuditLogs({ type: endEvent, limit: ENTRIES });
  const entry = entries.find((candidate) => candidate.targetId === targetId && endsIt(candidate));
  return entry?.executorId ?? undefined;
}

/** An update of a member may be about anything; the end of a timeout leaves no new time. */
function endsIt({ action, changes }: GuildAuditLogsEntry): boolean {
  if (action !== AuditLogEvent.MemberUpdate) return true;
  return changes.some(({ key, new: value }) => key === 'communication_disabled_until' && !value);
}
