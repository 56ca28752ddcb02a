import type { Snowflake } from 'discord.js';
import type { Item } from '../database/item-repository.ts';
import type { GalleryTransaction } from '../context.ts';
import type { GivenContent } from './item-content.ts';
import type { ItemKind } from './item-kind.ts';

/** Where the bytes of a file are: an attachment of a message, with its newest address. */
interface FilePlace {
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
  readonly attachmentId: Snowflake;
  readonly address: string;
}

/** A file of an item that is to be added. */
export interface NewFile extends FilePlace {
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  /** In pixels. */
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly spoiler: boolean;
  /** What it shows, in words. */
  readonly alt?: string | null | undefined;
  /** 64 hexadecimal digits. */
  readonly sha256?: string | null | undefined;
  /** 64 binary digits, as `sharp-phash` makes them. */
  readonly perceptualHash?: string | null | undefined;
}

/** An item that is to be added. */
export interface NewItem extends GivenContent {
  readonly guildId: Snowflake;
  readonly kind: ItemKind;
  /** Who adds it; absent: the bot by itself. */
  readonly addedBy?: Snowflake | undefined;
  /** Default: now. An import gives the time of the old post. */
  readonly addedAt?: Date | undefined;
  /** The message that it was found in, and where it was before that. */
  readonly source?:
    | {
        readonly channelId?: Snowflake | undefined;
        readonly messageId?: Snowflake | undefined;
        readonly url?: string | undefined;
        readonly authorId?: Snowflake | undefined;
      }
    | undefined;
  /** The bot's own message that shows it. */
  readonly posted?: { readonly channelId: Snowflake; readonly messageId: Snowflake } | undefined;
  /** Whose readers alone are shown it; a thread's parent. Default: everybody is. */
  readonly placeId?: Snowflake | undefined;
  /** In their order. */
  readonly files?: readonly NewFile[] | undefined;
}

export interface AddOptions {
  /** The caller's own transaction, with which the item exists or does not. It holds the lock of the gallery until it ends. */
  readonly transaction?: GalleryTransaction | undefined;
  /** Adds it although the same file, a picture that looks alike or the same address is there. A message is never added twice. */
  readonly allowDuplicates?: boolean | undefined;
  /** How the record of the server calls it. Default: `gallery.add`. */
  readonly action?: `gallery.${string}` | undefined;
  /** `false` where the caller records it, such as an import of thousands. */
  readonly isRecorded?: boolean | undefined;
}

/** By what an item turned out to be there already: its message, the bytes of a file, the look of a picture, its address. */
export type DuplicateKind = 'address' | 'file' | 'message' | 'picture';

/** What became of an item that was to be added. */
export type AddResult =
  | { readonly outcome: 'added'; readonly item: Item }
  | { readonly outcome: 'duplicate'; readonly by: DuplicateKind; readonly number: number };
