import { ForgetChannelListener } from './channel-delete-forget.ts';
import { NoteOpenedChannelListener } from './channel-update-opened.ts';
import { WatchAllListener } from './client-ready-watch.ts';
import { WatchGuildListener } from './guild-available-watch.ts';
import { CountJoinListener } from './guild-member-add-count.ts';
import { CountLeaveListener } from './guild-member-remove-count.ts';
import { NoteOpenedByOwnRolesListener } from './guild-member-update-opened.ts';
import { NoteOpenedByRoleListener } from './guild-role-update-opened.ts';
import { CountMessageListener } from './message-create-count.ts';
import { CountReactionListener } from './message-reaction-add-count.ts';
import { ForgetThreadListener } from './thread-delete-forget.ts';
import { CountVoiceListener } from './voice-state-update-count.ts';

/** What is counted as it happens, by event and purpose. */
export const countingListeners = {
  'channel-delete-forget': ForgetChannelListener,
  'channel-update-opened': NoteOpenedChannelListener,
  'client-ready-watch': WatchAllListener,
  'guild-available-watch': WatchGuildListener,
  'guild-member-add-count': CountJoinListener,
  'guild-member-remove-count': CountLeaveListener,
  'guild-member-update-opened': NoteOpenedByOwnRolesListener,
  'guild-role-update-opened': NoteOpenedByRoleListener,
  'message-create-count': CountMessageListener,
  'message-reaction-add-count': CountReactionListener,
  'thread-delete-forget': ForgetThreadListener,
  'voice-state-update-count': CountVoiceListener,
};
