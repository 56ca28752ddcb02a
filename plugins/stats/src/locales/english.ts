import { countingErrorsEnglish } from './counting-english.ts';

/** What the plugin says to members; the other languages translate it. English descriptions of commands are in their builders. */
export const english = {
  errors: {
    ...countingErrorsEnglish,
  },
} as const;
