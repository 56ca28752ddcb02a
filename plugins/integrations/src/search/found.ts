/** Something that a search found. */
export interface Hit {
  readonly title: string;
  readonly url: string;
  /** What stands there, without any markup; may be empty. */
  readonly text: string;
}

/** A page of what a search found. */
export interface Found {
  readonly hits: readonly Hit[];
  /** How many there are in all, as far as is known. */
  readonly total: number | undefined;
  /** Where the next page begins. */
  readonly next: number | undefined;
}
