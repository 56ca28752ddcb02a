import type { Migrations } from '@twi/database';
import { createActivity } from './0001-create-activity.ts';
import { createPositions } from './0002-create-positions.ts';
import { createPresence } from './0003-create-presence.ts';
import { parkGaps } from './0004-park-gaps.ts';
import { createSums } from './0010-create-sums.ts';
import { createPrivateThreads } from './0011-create-private-threads.ts';
import { createReports } from './0015-create-reports.ts';

/** The history of the schema. */
export const migrations: Migrations = {
  '0001-create-activity': createActivity,
  '0002-create-positions': createPositions,
  '0003-create-presence': createPresence,
  '0004-park-gaps': parkGaps,
  '0010-create-sums': createSums,
  '0011-create-private-threads': createPrivateThreads,
  '0015-create-reports': createReports,
};
