import type { DataRights } from '@twi/database';
import { countingDataRights } from './counting-data-rights.ts';

/** What is kept about people, and what erasing means. */
export const dataRights: DataRights = {
  ...countingDataRights,
};
