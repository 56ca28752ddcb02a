import type { ModerationSettings } from '../settings.ts';

/** What can be logged, and which setting names the channel for it. */
export const LOG_KINDS = {
  moderation: 'logModeration',
  automod: 'logAutomod',
  'message-edits': 'logEdits',
  'message-deletions': 'logDeletions',
  members: 'logMembers',
  profiles: 'logProfiles',
  attachments: 'logAttachments',
  links: 'logLinks',
  'direct-messages': 'logDirectMessages',
} as const satisfies Record<string, keyof ModerationSettings>;

export type LogKind = keyof typeof LOG_KINDS;

/** The channels in which a guild logs anything. */
export function logChannelsOf(settings: ModerationSettings): ReadonlySet<string> {
  const channels = Object.values(LOG_KINDS).map((setting) => settings[setting]);
  return new Set(channels.filter((channel) => channel !== null));
}
