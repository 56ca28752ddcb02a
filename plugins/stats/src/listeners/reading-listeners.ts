import { NotePrivateOnMessageListener } from './message-create-note-private.ts';
import { NotePrivateOnReactionListener } from './message-reaction-add-note-private.ts';
import { NotePrivateOnUpdateListener } from './thread-update-note-private.ts';

/** What reading numbers must know of Discord. */
export const readingListeners = {
  'message-create-note-private': NotePrivateOnMessageListener,
  'message-reaction-add-note-private': NotePrivateOnReactionListener,
  'thread-update-note-private': NotePrivateOnUpdateListener,
};
