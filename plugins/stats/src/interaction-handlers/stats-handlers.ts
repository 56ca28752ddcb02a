import { BackfillHandler } from './backfill.ts';
import { LeaderboardHandler } from './leaderboard.ts';
import { OptOutHandler } from './opt-out.ts';

/** The buttons under answers, by the names in their custom ids. */
export const statsHandlers = {
  backfill: BackfillHandler,
  leaderboard: LeaderboardHandler,
  'opt-out': OptOutHandler,
};
