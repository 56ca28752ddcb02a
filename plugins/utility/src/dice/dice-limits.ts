/** What `/roll` takes. */
export const DICE_LIMITS = {
  dice: 100,
  fewestSides: 2,
  sides: 1_000,
  /** The largest number that stands beside dice. */
  number: 1_000_000,
  /** Characters of a notation. */
  length: 100,
} as const;
