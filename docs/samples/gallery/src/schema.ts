import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
} from '@twi/database';

export interface ItemsTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  ownerId: SnowflakeColumn;
  title: string;
  addedAt: DefaultedTimestampColumn;
  deletedAt: NullableTimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'gallery.items': ItemsTable;
  }
}
