import type { Migrations } from '@twi/database';
import { createScores } from './0001-create-scores.ts';

/** Ordered by name. A migration that was released is never changed; add the next one. */
export const migrations: Migrations = {
  '0001-create-scores': createScores,
};
