import type { Translation } from '@twi/sdk';
import { countingErrorsSpanish } from './counting-spanish.ts';
import type { english } from './english.ts';
import { spanishCommands } from './spanish-commands.ts';
import { memberSpanish } from './member-spanish.ts';
import { readingSpanish, readingErrorsSpanish } from './reading-spanish.ts';
import { reportSpanish } from './report-spanish.ts';
import { viewSpanish, viewErrorsSpanish } from './view-spanish.ts';

/** Informal, with “tú”. */
export const spanish = {
  commands: spanishCommands,
  ...memberSpanish,
  ...viewSpanish,
  reading: readingSpanish,
  reports: reportSpanish,
  errors: {
    ...countingErrorsSpanish,
    ...readingErrorsSpanish,
    ...viewErrorsSpanish,
  },
} as const satisfies Translation<typeof english>;
