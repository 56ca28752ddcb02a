/** What the plugin says; the other languages translate it. English descriptions of commands are in their builders. */
export const english = {
  pages: { previous: 'Previous', next: 'Next' },
} as const;
