import type { Migrations } from '@twi/database';
import { createActivity } from './0001-create-activity.ts';
import { createPositions } from './0002-create-positions.ts';
import { createPresence } from './0003-create-presence.ts';

/** The history of the schema. */
export const migrations: Migrations = {
  '0001-create-activity': createActivity,
  '0002-create-positions': createPositions,
  '0003-create-presence': createPresence,
};
