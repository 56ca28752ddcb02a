/** What a moderator says about a repost. */
export interface RepostForm {
  readonly title: string;
  readonly description: string;
  /** Normalised. */
  readonly tags: readonly string[];
  readonly isNsfw: boolean;
  /** Who made it; empty where nobody is credited. */
  readonly creator: string;
}
