import type { Migrations } from '@twi/database';
import { createCases } from './0001-create-cases.ts';
import { createPendingExpiries } from './0002-create-pending-expiries.ts';
import { extendCases } from './0003-extend-cases.ts';
import { createBulkRuns } from './0004-create-bulk-runs.ts';
import { createPurgeArchive } from './0005-create-purge-archive.ts';
import { createChannelLocks } from './0006-create-channel-locks.ts';
import { createWarnPoints } from './0007-create-warn-points.ts';
import { createAutomodRules } from './0010-create-automod-rules.ts';
import { createLogPauses } from './0020-create-log-pauses.ts';
import { recordManualActions } from './0021-record-manual-actions.ts';
import { createReports } from './0022-create-reports.ts';
import { createStickyRoles } from './0023-create-sticky-roles.ts';
import { rememberEscalations } from './0030-remember-escalations.ts';

export const migrations: Migrations = {
  '0001-create-cases': createCases,
  '0002-create-pending-expiries': createPendingExpiries,
  '0003-extend-cases': extendCases,
  '0004-create-bulk-runs': createBulkRuns,
  '0005-create-purge-archive': createPurgeArchive,
  '0006-create-channel-locks': createChannelLocks,
  '0007-create-warn-points': createWarnPoints,
  '0010-create-automod-rules': createAutomodRules,
  '0020-create-log-pauses': createLogPauses,
  '0021-record-manual-actions': recordManualActions,
  '0022-create-reports': createReports,
  '0023-create-sticky-roles': createStickyRoles,
  '0030-remember-escalations': rememberEscalations,
};
