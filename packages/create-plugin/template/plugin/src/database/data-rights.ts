import type { DataRights } from '@twi/database';

/** What is kept about servers and people, and what erasing means. */
export const dataRights: DataRights = {
  scores: { guild: 'guildId', person: 'userId', erase: 'delete' },
};
