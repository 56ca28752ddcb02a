/** Where a creator is found elsewhere, as other plugins get it. */
export interface CreatorLink {
  readonly title: string;
  /** Canonical, `https` always, at most 500 characters. */
  readonly url: string;
  /** What people call the platform, such as `Patreon`; `Website` where it is none that is known. */
  readonly platform: string;
  /** Their name there, where it is known. */
  readonly username: string | undefined;
  readonly nsfw: boolean;
  /** Whether it stands before the others. */
  readonly featured: boolean;
  /** Whether the staff confirmed that it is theirs. */
  readonly verified: boolean;
}
