import { MessageDeleteBulkNoteListener } from './message-delete-bulk-note.ts';
import { MessageDeleteNoteListener } from './message-delete-note.ts';

/** What keeps reposts true. */
export const repostListeners = {
  'message-delete-bulk-note': MessageDeleteBulkNoteListener,
  'message-delete-note': MessageDeleteNoteListener,
};
