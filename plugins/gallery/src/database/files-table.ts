import type { IdentityColumn, NullableTimestampColumn, SnowflakeColumn } from '@twi/database';
import type { ColumnType } from 'kysely';

type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** One file of an item each. Its bytes stay with Discord, as an attachment of a message. */
export interface FilesTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  itemNumber: number;
  /** Counts from 0 in each item. */
  position: number;
  name: string;
  contentType: string;
  /** In bytes. */
  size: number;
  /** In pixels. */
  width: Nullable<number>;
  height: Nullable<number>;
  spoiler: boolean;
  /** What it shows, in words. */
  alt: Nullable<string>;
  /** In hexadecimal digits. */
  sha256: Nullable<string>;
  /** 64 binary digits; pictures that look alike differ in few of them. */
  perceptualHash: Nullable<string>;
  channelId: SnowflakeColumn;
  messageId: SnowflakeColumn;
  attachmentId: SnowflakeColumn;
  /** The last address known; Discord's expire after a day. */
  address: string;
  /** When the message turned out to be deleted. */
  goneAt: NullableTimestampColumn;
}
