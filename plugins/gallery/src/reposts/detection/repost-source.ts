import type { Snowflake } from 'discord.js';
import type { FileKind } from './file-kind.ts';
import type { LinkedSite } from './linked-site.ts';

/** A file of a message: attached, linked to, or shown in an embed. */
export interface SourceFile {
  readonly url: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly contentType: string | null;
  /** Bytes, where Discord tells them beforehand. */
  readonly size: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly isSpoiler: boolean;
  readonly altText: string | null;
}

/** A link of a message to a work or a page. */
export interface SourceLink {
  readonly url: string;
  readonly site: LinkedSite;
  /** What the page calls itself in its preview. */
  readonly title: string | null;
  /** The picture of its preview. */
  readonly previewUrl: string | null;
}

/** All that a repost needs of a message, so that it can be kept while somebody fills in a form. */
export interface RepostSource {
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
  /** Its jump link. */
  readonly url: string;
  readonly author: {
    readonly id: Snowflake;
    readonly name: string;
    readonly avatarUrl: string;
    /** A bot, or a webhook, which is nobody's account. */
    readonly isAutomatic: boolean;
  };
  /** What it says, without the addresses of {@link RepostSource.files}. */
  readonly text: string;
  readonly files: readonly SourceFile[];
  readonly links: readonly SourceLink[];
  /** Whether it stands in an age-restricted channel. */
  readonly isNsfw: boolean;
}
