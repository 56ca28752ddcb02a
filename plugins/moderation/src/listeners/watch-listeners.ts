import { RecordManualActionListener } from './guild-audit-log-entry-create-record-case.ts';
import { GiveRolesListener } from './guild-member-add-give-roles.ts';
import { LogJoinListener } from './guild-member-add-log.ts';
import { KeepRolesOfLeaverListener } from './guild-member-remove-keep-roles.ts';
import { LogLeaveListener } from './guild-member-remove-log.ts';
import { KeepRolesListener } from './guild-member-update-keep-roles.ts';
import { LogProfileListener } from './guild-member-update-log.ts';
import { LogMessageListener } from './message-create-log.ts';
import { LogBulkDeletionListener } from './message-delete-bulk-log.ts';
import { LogDeletionListener } from './message-delete-log.ts';
import { LogEditListener } from './message-update-log.ts';
import { CatchUpListener } from './shard-ready-catch-up.ts';
import { LearnInvitesListener } from './shard-ready-learn-invites.ts';
import { LoseTrackListener } from './shard-reconnecting-lose-track.ts';

/** What listens for manual actions, for the logs and for who comes and goes, by event and purpose. */
export const watchListeners = {
  'guild-audit-log-entry-create-record-case': RecordManualActionListener,
  'guild-member-add-give-roles': GiveRolesListener,
  'guild-member-add-log': LogJoinListener,
  'guild-member-remove-keep-roles': KeepRolesOfLeaverListener,
  'guild-member-remove-log': LogLeaveListener,
  'guild-member-update-keep-roles': KeepRolesListener,
  'guild-member-update-log': LogProfileListener,
  'message-create-log': LogMessageListener,
  'message-delete-bulk-log': LogBulkDeletionListener,
  'message-delete-log': LogDeletionListener,
  'message-update-log': LogEditListener,
  'shard-ready-catch-up': CatchUpListener,
  'shard-ready-learn-invites': LearnInvitesListener,
  'shard-reconnecting-lose-track': LoseTrackListener,
};
