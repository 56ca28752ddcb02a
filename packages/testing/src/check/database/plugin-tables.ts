import { schemaNameOf } from '@twi/database';
import { type QueryExecutorProvider, sql } from 'kysely';

export interface Column {
  readonly name: string;
  /** PostgreSQL's name of the type, such as `bigint` or `text[]`. */
  readonly type: string;
  readonly isRequired: boolean;
  /** Whether the table fills it in by itself. */
  readonly isFilled: boolean;
  /** The table of core that it refers to. */
  readonly refersTo?: 'core.guilds' | 'core.users' | undefined;
}

export interface Table {
  /** With its schema: `gallery.items`. */
  readonly name: string;
  readonly columns: readonly Column[];
}

interface Row {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
  readonly filled: boolean;
  readonly refers: 'core.guilds' | 'core.users' | null;
}

/** The tables of a plugin as they are in a database, that of its migrations and partitions left out. */
export async function pluginTables(db: QueryExecutorProvider, pluginId: string): Promise<Table[]> {
  const { rows } = await sql<Row>`
    select format('%s.%s', n.nspname, c.relname) as table, a.attname as column,
      format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
      a.atthasdef or a.attidentity <> '' as filled,
      (select format('%s.%s', fn.nspname, f.relname)
        from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.contype = 'f' and k.conrelid = c.oid and k.conkey = array[a.attnum]
          and fn.nspname = 'core' and f.relname in ('guilds', 'users') limit 1) as refers
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = ${schemaNameOf(pluginId)} and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'migrations'
    order by c.relname, a.attnum
  `.execute(db);
  return Array.from(
    Map.groupBy(rows, ({ table }) => table),
    ([name, columns]) => ({ name, columns: columns.map(columnOf) }),
  );
}

function columnOf({ column, type, required, filled, refers }: Row): Column {
  return {
    name: column,
    type,
    isRequired: required,
    isFilled: filled,
    ...(refers !== null && { refersTo: refers }),
  };
}
