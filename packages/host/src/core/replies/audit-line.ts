import type { AuditLog } from '@twi/database';
import { clip, snowflake } from '@twi/sdk';
import { channelMention, type Guild, roleMention, time, TimestampStyles, userMention } from 'discord.js';

const MAX_DETAILS = 100;
/** Of a target that is a name. */
const MAX_TARGET = 60;
const ISO_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** An entry as a line: its number, when, who, what, to whom, and whether it was undone. */
export function auditLine(entry: AuditLog, guild: Guild): string {
  const { id, createdAt, userId, action, target, reversedBy, reversedAt } = entry;
  const who = userId === null ? 'I' : userMention(userId);
  const whom = target === null ? '' : ` → ${targetName(target, guild)}`;
  const details = detailsOf(entry.details);
  const undone =
    reversedAt === null
      ? ''
      : ` · undone by ${reversedBy ? userMention(reversedBy) : 'me'} ${relative(reversedAt)}`;
  return `\`#${id}\` ${relative(createdAt)} ${who} \`${action}\`${whom}${details && ` · ${details}`}${undone}`;
}

/** An entry in words without mentions, for a list of choices. */
export function auditChoice(
  { id, action, target, userId, createdAt }: AuditLog,
  nameOf: (userId: string) => string | undefined,
): string {
  const name = (of: string): string => nameOf(of) ?? of;
  const whom = target === null ? '' : ` → ${name(target)}`;
  return `#${id} ${action}${whom} · ${userId === null ? 'the bot' : name(userId)}, ${minuteOf(createdAt)}`;
}

/** A bare id is a role’s or channel’s that is there, else a person’s. */
function targetName(target: string, { roles, channels }: Guild): string {
  if (!snowflake.safeParse(target).success) return clip(target, MAX_TARGET);
  if (roles.cache.has(target)) return roleMention(target);
  return channels.cache.has(target) ? channelMention(target) : userMention(target);
}

/** The plain values that an action recorded about itself: `case 3, reason spam, expires at 2026-03-01 08:30 UTC`. */
function detailsOf(details: unknown): string {
  if (typeof details !== 'object' || details === null) return '';
  const parts = Object.entries(details)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([key, value]) =>
      key === 'reversalOf' ? `to reverse #${value}` : `${wordsOf(key)} ${plainly(value)}`,
    );
  return clip(parts.join(', ').replaceAll(/\s+/g, ' '), MAX_DETAILS);
}

/** `expiresAt` as words. */
function wordsOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

function plainly(value: unknown): string {
  const text = String(value);
  return ISO_MOMENT.test(text) ? minuteOf(new Date(text)) : text;
}

function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ')} UTC`;
}

function relative(at: Date): string {
  return time(at, TimestampStyles.RelativeTime);
}
