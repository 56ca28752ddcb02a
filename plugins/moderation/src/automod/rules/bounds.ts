/** The most of everything that a server's rules may hold, so that judging a message stays cheap. */
export const BOUNDS = {
  rules: 100,
  nameLength: 50,
  words: 200,
  wordLength: 100,
  patternLength: 500,
  leaves: 25,
  depth: 5,
  exemptions: 25,
  count: 1_000,
  replyLength: 500,
  /** Rate and duplicates look back ten minutes at most. */
  windowMs: 600_000,
  /** Ages are compared up to ten years. */
  ageMs: 315_360_000_000,
  /** Discord's longest timeout: 28 days. */
  timeoutMs: 2_419_200_000,
  banMs: 157_680_000_000,
} as const;
