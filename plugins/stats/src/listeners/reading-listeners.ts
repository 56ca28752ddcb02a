import { NotePrivateOnMessageListener } from './message-create-note-private.ts';
import { NotePrivateOnUpdateListener } from './thread-update-note-private.ts';

/** What reading numbers must know of Discord. */
export const readingListeners = {
  'message-create-note-private': NotePrivateOnMessageListener,
  'thread-update-note-private': NotePrivateOnUpdateListener,
};
