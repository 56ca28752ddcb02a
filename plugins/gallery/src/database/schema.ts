import type { SnowflakeColumn } from '@twi/database';
import type { ColumnType } from 'kysely';
import type { DestinationsTable } from './destinations-table.ts';
import type { FilesTable } from './files-table.ts';
import type { ItemsTable } from './items-table.ts';

/** The number that the newest item of a guild has. Its row lock keeps numbers and limits right. */
interface CountersTable {
  guildId: SnowflakeColumn;
  lastNumber: number;
}

/** A column that the database alone writes. */
type Kept<Value> = ColumnType<Value, never, never>;

/** The tags of items that are not deleted, kept by triggers. */
interface ItemTagsTable {
  guildId: Kept<string>;
  tag: Kept<string>;
  number: Kept<number>;
  nsfw: Kept<boolean>;
}

/** What items are counted by: all of them, the UTC day (`2030-01-31`), the creator's key, a tag. */
export type TallyKind = 'all' | 'creator' | 'day' | 'tag';

/** How many items that are not deleted there are, kept by triggers. */
interface TalliesTable {
  guildId: Kept<string>;
  what: Kept<TallyKind>;
  name: Kept<string>;
  safeItems: Kept<number>;
  nsfwItems: Kept<number>;
}

declare module '@twi/database' {
  interface Database {
    'gallery.counters': CountersTable;
    'gallery.destinations': DestinationsTable;
    'gallery.files': FilesTable;
    'gallery.item_tags': ItemTagsTable;
    'gallery.items': ItemsTable;
    'gallery.tallies': TalliesTable;
  }
}
