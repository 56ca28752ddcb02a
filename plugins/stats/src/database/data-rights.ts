import type { DataRights } from '@twi/database';
import { countingDataRights } from './counting-data-rights.ts';
import { reportDataRights } from './report-data-rights.ts';
import { readingDataRights } from './reading-data-rights.ts';

/** What is kept about people, and what erasing means. */
export const dataRights: DataRights = {
  ...countingDataRights,
  ...reportDataRights,
  ...readingDataRights,
};
