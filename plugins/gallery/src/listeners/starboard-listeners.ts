import { ClearBoardOfChannelListener } from './channel-delete-clear-board.ts';
import { ClearBoardInBulkListener } from './message-delete-bulk-clear-board.ts';
import { ClearBoardListener } from './message-delete-clear-board.ts';
import { CountStarListener } from './message-reaction-add-count-star.ts';
import { CountLostStarsListener } from './message-reaction-remove-all-count-stars.ts';
import { CountLostStarListener } from './message-reaction-remove-count-star.ts';
import { CountLostEmojiListener } from './message-reaction-remove-emoji-count-stars.ts';
import { RefreshBoardListener } from './message-update-refresh-board.ts';
import { CatchUpListener } from './shard-ready-catch-up.ts';
import { ClearBoardOfThreadListener } from './thread-delete-clear-board.ts';

/** What listens for stars and for what becomes of starred messages, by event and purpose. */
export const starboardListeners = {
  'channel-delete-clear-board': ClearBoardOfChannelListener,
  'message-delete-bulk-clear-board': ClearBoardInBulkListener,
  'message-delete-clear-board': ClearBoardListener,
  'message-reaction-add-count-star': CountStarListener,
  'message-reaction-remove-all-count-stars': CountLostStarsListener,
  'message-reaction-remove-count-star': CountLostStarListener,
  'message-reaction-remove-emoji-count-stars': CountLostEmojiListener,
  'message-update-refresh-board': RefreshBoardListener,
  'shard-ready-catch-up': CatchUpListener,
  'thread-delete-clear-board': ClearBoardOfThreadListener,
};
