import { ChannelType } from 'discord-api-types/v10';
import type { Directory } from '../directory.ts';
import type { Suggestion } from './suggestion.ts';

/** The users of a directory, to choose from by id. */
export function userSuggestions({ users }: Directory): Suggestion<string>[] {
  return users.map(({ id, name, detail }) => ({
    value: id,
    label: name,
    sign: '@',
    ...(detail !== undefined && { detail }),
  }));
}

/** The roles of a directory, to choose from by id. */
export function roleSuggestions({ roles }: Directory): Suggestion<string>[] {
  return roles.map(({ id, name }) => ({ value: id, label: name, sign: '@', detail: 'Role' }));
}

/** The channels of a directory, of certain types where those are named, to choose from by id. */
export function channelSuggestions(
  { channels }: Directory,
  types: readonly number[] | undefined,
): Suggestion<string>[] {
  return channels
    .filter(({ type }) => !types || types.length === 0 || types.includes(type))
    .map(({ id, name, type }) => ({ value: id, label: name, ...(KINDS[type] ?? { sign: '#' }) }));
}

const VOICE = { sign: '🔊', detail: 'Voice channel' };
const KINDS: Partial<Record<ChannelType, { readonly sign: string; readonly detail: string }>> = {
  [ChannelType.GuildVoice]: VOICE,
  [ChannelType.GuildStageVoice]: VOICE,
  [ChannelType.GuildCategory]: { sign: '▾', detail: 'Category' },
  [ChannelType.GuildForum]: { sign: '🗂', detail: 'Forum' },
  [ChannelType.GuildAnnouncement]: { sign: '📣', detail: 'Announcements' },
};
