/** Something of another site, as it is shown in Discord. Its texts are as people wrote them; they are escaped when they are shown. */
export interface Card {
  /** Of the site; the line beside it. */
  readonly colour: number;
  readonly title: string;
  readonly url?: string | undefined;
  /** Who made it. */
  readonly author?: string | undefined;
  readonly authorUrl?: string | undefined;
  /** With its line breaks. */
  readonly text?: string | undefined;
  /** What is to be known of it, such as how long it is; each on a line of its own. Formatted already. */
  readonly facts?: readonly string[];
  /** Addresses. */
  readonly pictures?: readonly string[];
  /** Whether its text and pictures are hidden until they are clicked. */
  readonly isSpoiler?: boolean;
  /** Where it is from and when, on one line. Formatted already. */
  readonly footer?: readonly string[];
}

/** Of the sites, as they show themselves; each can be told from light and dark grounds. */
export const COLOURS = {
  rss: 0xf26522,
  ao3: 0x990000,
  twitter: 0x1d9bf0,
  deviantart: 0x05cc47,
} as const;
