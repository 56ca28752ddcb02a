/** What a moderator says about a repost. */
export interface RepostForm {
  readonly title: string;
  readonly description: string;
  /** Normalised; there may be more of them, and longer ones, than an item takes. */
  readonly tags: readonly string[];
  readonly isNsfw: boolean;
  /** Who made it; empty where nobody is credited. */
  readonly creator: string;
}
