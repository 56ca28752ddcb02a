import { sql, type Kysely } from 'kysely';

export interface ColumnShape {
  /** As in PostgreSQL. */
  readonly name: string;
  /** PostgreSQL's name of the type, such as `bigint` or `text[]`. */
  readonly type: string;
  readonly isRequired: boolean;
}

/** A table as it is in the database. */
export interface TableShape {
  readonly name: string;
  readonly isPartitioned: boolean;
  readonly columns: readonly ColumnShape[];
}

interface Row extends ColumnShape {
  readonly table: string;
  readonly partitioned: boolean;
  readonly position: number;
}

/** Reads the tables of a schema, each before those that it refers to: so they can be emptied in this order. */
// oxlint-disable-next-line typescript/no-explicit-any -- it reads PostgreSQL's catalogue, not typed tables
export async function readTableShapes(db: Kysely<any>, schema: string): Promise<TableShape[]> {
  const plain = db.withoutPlugins();
  const { rows } = await sql<Row>`
    select c.relname as "table", c.relkind = 'p' as partitioned, a.attname as name,
      format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "isRequired", a.attnum as position
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = to_regnamespace(${schema}) and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname, a.attnum
  `.execute(plain);
  const { rows: references } = await sql<{ from: string; to: string }>`
    select f.relname as "from", t.relname as "to" from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.relnamespace = to_regnamespace(${schema}) and t.relnamespace = f.relnamespace
      and f.oid <> t.oid
  `.execute(plain);
  const shapes = [...Map.groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({
    name,
    isPartitioned: columns[0]?.partitioned ?? false,
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      isRequired: column.isRequired,
    })),
  }));
  return referringFirst(shapes, references);
}

function referringFirst(
  shapes: readonly TableShape[],
  references: readonly { readonly from: string; readonly to: string }[],
): TableShape[] {
  const ordered = new Set<TableShape>();
  const visiting = new Set<string>();
  const visit = (shape: TableShape): void => {
    // Tables that refer to each other in a circle have no order; any is as good.
    if (visiting.has(shape.name)) return;
    visiting.add(shape.name);
    for (const { from } of references.filter(({ to }) => to === shape.name)) {
      const referring = shapes.find(({ name }) => name === from);
      if (referring) visit(referring);
    }
    ordered.add(shape);
  };
  for (const shape of shapes) visit(shape);
  return [...ordered];
}
