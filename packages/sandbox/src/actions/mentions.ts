import { AllowedMentionsTypes } from 'discord-api-types/v10';
import type { APIAllowedMentions, APIUser } from 'discord-api-types/v10';
import type { ChannelRecord } from '../state/channel.ts';
import type { World } from '../state/world.ts';

/** Who and what a text notifies. */
export interface Mentions {
  readonly users: APIUser[];
  readonly roleIds: string[];
  readonly everyone: boolean;
}

const USER_MENTION = /<@!?(\d{17,20})>/g;
const ROLE_MENTION = /<@&(\d{17,20})>/g;
const EVERYONE_MENTION = /@(everyone|here)/;

/** Finds the mentions of a text that `allowed` lets through. */
export function findMentions(
  world: World,
  options: {
    channel: ChannelRecord;
    content: string;
    allowed: APIAllowedMentions | undefined;
    mayMentionEveryone: boolean;
    repliedTo?: APIUser | undefined;
  },
): Mentions {
  const { content, allowed } = options;
  const repliedTo = allowed && allowed.replied_user !== true ? undefined : options.repliedTo;
  if (!content.includes('@')) return { users: repliedTo ? [repliedTo] : [], roleIds: [], everyone: false };

  const roles = options.channel.guildId === undefined ? undefined : world.guildOf(options.channel)?.roles;
  const users = new Set(idsIn(content, USER_MENTION).filter((id) => isAllowed(allowed, 'users', id)));
  if (repliedTo) users.add(repliedTo.id);
  return {
    users: [...users].flatMap((id) => world.state.users.get(id) ?? []),
    roleIds: idsIn(content, ROLE_MENTION).filter((id) => roles?.has(id) && isAllowed(allowed, 'roles', id)),
    everyone:
      options.mayMentionEveryone &&
      EVERYONE_MENTION.test(content) &&
      (allowed?.parse ?? [AllowedMentionsTypes.Everyone]).includes(AllowedMentionsTypes.Everyone),
  };
}

function isAllowed(allowed: APIAllowedMentions | undefined, kind: 'users' | 'roles', id: string): boolean {
  if (!allowed) return true;
  const type = kind === 'users' ? AllowedMentionsTypes.User : AllowedMentionsTypes.Role;
  return (allowed.parse ?? []).includes(type) || (allowed[kind] ?? []).includes(id);
}

function idsIn(content: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(content.matchAll(pattern), (match) => match[1] ?? ''))];
}
