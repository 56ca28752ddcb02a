/** What a feed says of one thing, whatever its format. */
export interface FeedEntry {
  /** What tells it apart from the others: the id that the feed gives, or else its address or title. */
  readonly id: string;
  readonly title: string | undefined;
  /** Absolute. */
  readonly url: string | undefined;
  readonly publishedAt: Date | undefined;
  readonly author: string | undefined;
  /** What it says, as text. */
  readonly text: string | undefined;
  /** Absolute. */
  readonly pictures: readonly string[];
  readonly tags: readonly string[];
  /** Whether it is marked as for adults. */
  readonly isAdult: boolean;
}

/** A feed: RSS, Atom, RDF or JSON. */
export interface FeedDocument {
  readonly title: string | undefined;
  /** The site that it belongs to, absolute. */
  readonly url: string | undefined;
  /** In the order of the feed. */
  readonly items: readonly FeedEntry[];
}
