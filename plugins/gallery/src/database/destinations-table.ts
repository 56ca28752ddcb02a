import type { DefaultedTimestampColumn, NullableSnowflakeColumn, SnowflakeColumn } from '@twi/database';
import type { ItemKind } from '../items/item-kind.ts';

/** A channel that items are posted to. */
export interface DestinationsTable {
  guildId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  kinds: ItemKind[];
  /** Takes NSFW items alone. Others take them too where the channel is age-restricted. */
  nsfwOnly: boolean;
  /** Given to each item that is posted there; in a forum, its own tags of the same names are set as well. */
  defaultTags: string[];
  /** Opens a thread for comments at each post. */
  autoThread: boolean;
  addedBy: NullableSnowflakeColumn;
  addedAt: DefaultedTimestampColumn;
}
