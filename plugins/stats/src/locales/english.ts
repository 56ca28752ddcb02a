import { countingErrorsEnglish } from './counting-english.ts';
import { memberEnglish } from './member-english.ts';
import { readingEnglish, readingErrorsEnglish } from './reading-english.ts';
import { reportEnglish } from './report-english.ts';
import { viewEnglish, viewErrorsEnglish } from './view-english.ts';

/** What the plugin says to members; the other languages translate it. English descriptions of commands are in their builders. */
export const english = {
  ...memberEnglish,
  ...viewEnglish,
  reading: readingEnglish,
  reports: reportEnglish,
  errors: {
    ...countingErrorsEnglish,
    ...readingErrorsEnglish,
    ...viewErrorsEnglish,
  },
} as const;
