import { ForgetChannelListener } from './channel-delete-forget.ts';
import { WatchAllListener } from './client-ready-watch.ts';
import { WatchGuildListener } from './guild-available-watch.ts';
import { CountJoinListener } from './guild-member-add-count.ts';
import { CountLeaveListener } from './guild-member-remove-count.ts';
import { CountMessageListener } from './message-create-count.ts';
import { CountReactionListener } from './message-reaction-add-count.ts';
import { ForgetThreadListener } from './thread-delete-forget.ts';
import { CountVoiceListener } from './voice-state-update-count.ts';

/** What is counted as it happens, by event and purpose. */
export const countingListeners = {
  'channel-delete-forget': ForgetChannelListener,
  'client-ready-watch': WatchAllListener,
  'guild-available-watch': WatchGuildListener,
  'guild-member-add-count': CountJoinListener,
  'guild-member-remove-count': CountLeaveListener,
  'message-create-count': CountMessageListener,
  'message-reaction-add-count': CountReactionListener,
  'thread-delete-forget': ForgetThreadListener,
  'voice-state-update-count': CountVoiceListener,
};
