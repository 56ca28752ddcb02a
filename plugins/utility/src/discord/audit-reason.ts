import { clip } from '@twi/sdk';
import type { GuildMember } from 'discord.js';

/** Discord's limit for `X-Audit-Log-Reason` (Resources › Audit Log). */
const MOST_CHARACTERS = 512;

/** What Discord's audit log says about a change that somebody wanted. */
export function auditReason({ user }: GuildMember, how: string): string {
  return clip(`${user.username}: ${how}`, MOST_CHARACTERS).toWellFormed();
}
