import type { Snowflake } from 'discord.js';

/** A file that is attached to a post. */
export interface SourceFile {
  readonly id: Snowflake;
  readonly name: string;
  readonly url: string;
  /** As Discord tells it; absent for what it does not know. */
  readonly contentType?: string | undefined;
  /** In bytes. */
  readonly size: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly isSpoiler: boolean;
  /** The alt text. */
  readonly alt?: string | undefined;
}

/** An embed, whether a bot wrote it or Discord made it of a link. */
interface SourceEmbed {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  readonly imageUrl?: string | undefined;
  readonly thumbnailUrl?: string | undefined;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** A picture of a media gallery (Discord › Components). */
export interface SourceMedia {
  readonly url: string;
  readonly isSpoiler: boolean;
  readonly alt?: string | undefined;
}

/** Where a post stands, as far as that says something about it. */
export interface SourcePlace {
  /** The channel's name; that of the forum for a post in one. */
  readonly name: string;
  readonly isNsfw: boolean;
  /** The title of a forum post. */
  readonly threadTitle?: string | undefined;
  /** The names of the tags of a forum post. */
  readonly forumTags: readonly string[];
}

/** A message that may become an item, as plain data. */
export interface SourcePost {
  readonly id: Snowflake;
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly author: { readonly id: Snowflake; readonly name: string; readonly isBot: boolean };
  /** Whether it is what this bot answered to a command. */
  readonly isOwnAnswer: boolean;
  readonly content: string;
  readonly embeds: readonly SourceEmbed[];
  readonly files: readonly SourceFile[];
  readonly media: readonly SourceMedia[];
  readonly place: SourcePlace;
}
