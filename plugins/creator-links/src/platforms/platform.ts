/**
 * A site on which creators have profiles.
 *
 * Addresses are written without `https://`. In those that are read, `www.`, `m.` and `mobile.` are left out too, `{user}`
 * stands for the name of a person, `{id}` for what else is kept, `{any}` for what is not, and `{host}` for any of the
 * platform's hosts.
 */
export interface Platform {
  /** What people call it. */
  readonly name: string;
  /** Where it is, as it writes itself: `www.patreon.com`. */
  readonly host: string;
  /** Other hosts under which the same pages are, or were, found. */
  readonly aliases?: readonly string[];
  /** Other domains of its own, whose pages are not found under `host`. */
  readonly domains?: readonly string[];
  /** The canonical address of a profile. */
  readonly profile?: string;
  /** Other addresses of a profile. */
  readonly also?: readonly string[];
  /** Addresses of something else, or of profiles of another kind, and their canonical form. */
  readonly moved?: Readonly<Record<string, string>>;
  /** Pages of a profile that are as good as the profile itself: `patreon.com/somebody/posts`. */
  readonly tabs?: readonly string[];
  /** What stands where a name could, and is none: `patreon.com/login`. */
  readonly reserved?: readonly string[];
  /** The parameters that say which page it is; all others are dropped. */
  readonly query?: readonly string[];
  /** What names are made of, as the source of a regular expression. Default: letters, digits, `.`, `_` and `-`. */
  readonly user?: string;
  /** Whether `Somebody` and `somebody` are the same person there. */
  readonly ignoresCase?: true;
}
