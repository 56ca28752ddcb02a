import type { Message, Snowflake } from 'discord.js';

const LINK = /https?:\/\/\S/i;

/** What a message can be, with the words for it. */
const KINDS = {
  bots: { title: 'by bots', fits: ({ author, webhookId }) => author.bot || webhookId !== null },
  links: { title: 'with links', fits: ({ content }) => LINK.test(content) },
  attachments: { title: 'with attachments', fits: ({ attachments }) => attachments.size > 0 },
  embeds: { title: 'with embeds', fits: ({ embeds }) => embeds.length > 0 },
  mentions: {
    title: 'with mentions',
    fits: ({ mentions: { users, roles, everyone } }) => everyone || users.size > 0 || roles.size > 0,
  },
} as const satisfies Record<string, { readonly title: string; readonly fits: (message: Message) => boolean }>;

export type PurgeKind = keyof typeof KINDS;

/** All kinds with their titles, as a form offers them. */
export const PURGE_KINDS = Object.entries(KINDS).map(([value, { title }]) => ({ name: title, value }));

export function isPurgeKind(text: string): text is PurgeKind {
  return Object.hasOwn(KINDS, text);
}

/** Which messages to delete; what is absent does not matter. */
export interface PurgeFilter {
  readonly userId?: Snowflake | undefined;
  /** Upper and lower case are the same. */
  readonly contains?: string | undefined;
  readonly kind?: PurgeKind | undefined;
}

/** Whether a message is one to delete. Pinned ones never are: somebody meant them to stay. */
export function isToPurge(message: Message, { userId, contains, kind }: PurgeFilter): boolean {
  if (message.pinned || !message.deletable) return false;
  if (userId !== undefined && message.author.id !== userId) return false;
  if (contains !== undefined && !message.content.toLowerCase().includes(contains.toLowerCase())) return false;
  return kind === undefined || KINDS[kind].fits(message);
}

/** The filter in words, to follow "12 messages". */
export function filterText({ userId, contains, kind }: PurgeFilter): string {
  const parts = [
    kind && KINDS[kind].title,
    userId && `by <@${userId}>`,
    contains !== undefined && `containing "${contains}"`,
  ];
  return parts.filter(Boolean).join(', ');
}
