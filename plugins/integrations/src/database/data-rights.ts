import type { DataRights } from '@twi/database';
import { feedDataRights } from './feed-data-rights.ts';

/** What is kept about people, and what erasing means. */
export const dataRights: DataRights = {
  ...feedDataRights,
  openai_uses: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
};
