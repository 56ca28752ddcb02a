/** Which ratings a guild shows in full in age-restricted channels alone, by its setting. A work that is not rated may be anything. */
export const ADULT_RATINGS: Readonly<Record<'mature' | 'explicit' | 'none', ReadonlySet<string>>> = {
  mature: new Set(['Mature', 'Explicit', 'Not Rated']),
  explicit: new Set(['Explicit', 'Not Rated']),
  none: new Set(),
};
