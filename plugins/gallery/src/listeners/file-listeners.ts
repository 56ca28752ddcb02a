import { MessageDeleteBulkLoseFilesListener } from './message-delete-bulk-lose-files.ts';
import { MessageDeleteLoseFilesListener } from './message-delete-lose-files.ts';

/** What keeps true where the files of items are. */
export const fileListeners = {
  'message-delete-bulk-lose-files': MessageDeleteBulkLoseFilesListener,
  'message-delete-lose-files': MessageDeleteLoseFilesListener,
};
