import type { ColumnType, Generated } from 'kysely';
import type {
  IdentityColumn,
  JsonbColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
  TimestampColumn,
} from '@twi/database';
import type { Migrations } from '@twi/database';

/** A table of an imaginary plugin, with one column of every kind. */
interface ItemsTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  title: string;
  weight: Generated<number>;
  tags: JsonbColumn<string[]>;
  addedAt: ColumnType<Date, Date | string | undefined, Date>;
  deletedAt: NullableTimestampColumn;
}

interface LinksTable {
  url: string;
  at: TimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'shelf.items': ItemsTable;
    'far_shelf.links': LinksTable;
  }
}

export const shelfMigrations: Migrations = {
  '0001-create-items': {
    async up(db) {
      await db.schema
        .createTable('shelf.items')
        .addColumn('id', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey())
        .addColumn('guildId', 'bigint', (column) =>
          column.notNull().references('core.guilds.id').onDelete('cascade'),
        )
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('weight', 'integer', (column) => column.notNull().defaultTo(1))
        .addColumn('tags', 'jsonb', (column) => column.notNull())
        .addColumn('addedAt', 'timestamptz', (column) => column.notNull().defaultTo('now()'))
        .addColumn('deletedAt', 'timestamptz')
        .execute();
    },
    async down(db) {
      await db.schema.dropTable('shelf.items').execute();
    },
  },
};

export const farShelfMigrations: Migrations = {
  '0001-create-links': {
    async up(db) {
      await db.schema
        .createTable('far_shelf.links')
        .addColumn('url', 'text', (column) => column.primaryKey())
        .addColumn('at', 'timestamptz', (column) => column.notNull())
        .execute();
    },
    async down(db) {
      await db.schema.dropTable('far_shelf.links').execute();
    },
  },
};
