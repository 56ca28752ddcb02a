import { RecordManualActionListener } from './guild-audit-log-entry-create-record-case.ts';
import { CatchUpListener } from './shard-ready-catch-up.ts';

/** The plugin's listeners, by event and purpose. */
export const moderationListeners = {
  'guild-audit-log-entry-create-record-case': RecordManualActionListener,
  'shard-ready-catch-up': CatchUpListener,
};
