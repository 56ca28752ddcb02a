import type { Translation } from '@twi/sdk';
import { countingErrorsGerman } from './counting-german.ts';
import type { english } from './english.ts';
import { germanCommands } from './german-commands.ts';
import { memberGerman } from './member-german.ts';
import { readingGerman, readingErrorsGerman } from './reading-german.ts';
import { reportGerman } from './report-german.ts';
import { viewGerman, viewErrorsGerman } from './view-german.ts';

/** Informal, with “du”. */
export const german = {
  commands: germanCommands,
  ...memberGerman,
  ...viewGerman,
  reading: readingGerman,
  reports: reportGerman,
  errors: {
    ...countingErrorsGerman,
    ...readingErrorsGerman,
    ...viewErrorsGerman,
  },
} as const satisfies Translation<typeof english>;
