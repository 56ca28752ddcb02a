import type { DefaultedTimestampColumn, JsonbColumn, SnowflakeColumn } from '@twi/database';

/** What a message had attached; the link works for about a day. */
export interface PurgedAttachment {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** In bytes. */
  readonly size: number;
}

/** A message as it was before a purge deleted it. */
export interface PurgedMessagesTable {
  runId: SnowflakeColumn;
  messageId: SnowflakeColumn;
  guildId: SnowflakeColumn;
  authorId: SnowflakeColumn;
  authorName: string;
  content: string;
  attachments: JsonbColumn<readonly PurgedAttachment[]>;
  archivedAt: DefaultedTimestampColumn;
}

/** A file of a purged message. */
export interface PurgedFilesTable {
  runId: SnowflakeColumn;
  messageId: SnowflakeColumn;
  attachmentId: SnowflakeColumn;
  name: string;
  bytes: Buffer;
}
