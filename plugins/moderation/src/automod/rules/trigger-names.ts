/**
 * What people call the leaves of a condition, with what may stand in the brackets. The option `trigger` offers all of
 * them; expressions use the names.
 */
export const TRIGGERS = {
  words: { title: 'Words', values: 'words, parted by commas; `*` for parts of words: `spam, free*`' },
  'loose-words': { title: 'Words, also l33t and streeetched', values: 'words, parted by commas' },
  regex: { title: 'Regular expression', values: 'one pattern, in RE2 syntax' },
  links: { title: 'Links', values: 'nothing for all links, or domains: `evil.com, bad.org`' },
  'links-except': { title: 'Links, other than to…', values: 'domains that are fine: `youtube.com`' },
  invites: { title: 'Invites to other servers', values: 'nothing, or codes of invites that are fine' },
  mentions: { title: 'Mentions', values: 'how many; also `users`, `roles` or `everyone`: `5, users`' },
  caps: { title: 'Capitals', values: 'percent, and how many letters at least: `70, 10`' },
  emoji: { title: 'Emoji', values: 'how many' },
  newlines: { title: 'Line breaks', values: 'how many' },
  attachments: { title: 'Attachments', values: 'how many, or kinds: `4`, `exe, zip`, `image/*`' },
  duplicates: { title: 'The same message again', values: 'how often within how long: `3, 30s`' },
  rate: { title: 'Many messages quickly', values: 'how many within how long: `6, 5s`' },
  zalgo: { title: 'Zalgo', values: 'nothing, or how many marks on one letter' },
  'new-account': { title: 'New accounts', values: 'how old at most: `7d`' },
  'new-member': { title: 'New members', values: 'since when at most: `1d`' },
  role: { title: 'Members with a role', values: 'roles: `@Mod`' },
  channel: { title: 'Messages in a channel', values: 'channels: `#ads`' },
  'discord-automod': {
    title: 'What Discord’s AutoMod caught',
    values: 'nothing, or `keyword`, `spam`, `preset`, `mentions`, `profile`',
  },
} as const;

export type TriggerName = keyof typeof TRIGGERS;

/** All of them, in the order in which the option offers them. */
export const ALL_TRIGGERS = Object.keys(TRIGGERS) as readonly TriggerName[]; // -- Object.keys forgets the literals

export function isTriggerName(text: string): text is TriggerName {
  return Object.hasOwn(TRIGGERS, text);
}
