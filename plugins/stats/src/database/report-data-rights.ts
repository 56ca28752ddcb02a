import type { DataRights } from '@twi/database';

const NAMES_NOBODY = { keep: 'It names nobody.' };

/** What reports and the progress of back-fills keep. */
export const reportDataRights: DataRights = {
  backfill_messages: { guild: 'guildId', erase: NAMES_NOBODY },
  reports: { guild: 'guildId', erase: NAMES_NOBODY },
};
