import type { DataRights, ErasureRule, Retention, TableDataRights, Withholding } from '../data-rights.ts';
import { type PersonColumn, personKindOf } from './person-column.ts';
import { snakeCase } from './snake-case.ts';
import type { ColumnShape, TableShape } from './table-shape.ts';

/** A table of which a plugin has declared what it keeps, with names as in PostgreSQL. */
export interface DeclaredTable {
  readonly schema: string;
  readonly name: string;
  readonly shape: TableShape;
  readonly guild: string | undefined;
  readonly persons: readonly PersonColumn[];
  readonly withhold: Withholding | undefined;
  readonly retention: Retention | undefined;
}

/** The tables that are both declared and there, in the order in which they can be emptied. */
export function declaredTables(
  schema: string,
  rights: DataRights,
  shapes: readonly TableShape[],
): DeclaredTable[] {
  return shapes.flatMap((shape) => {
    const declared = rights[shape.name];
    return declared ? [declaredTable(schema, shape, declared)] : [];
  });
}

function declaredTable(schema: string, shape: TableShape, rights: TableDataRights): DeclaredTable {
  const { guild, withhold, retention } = rights;
  const find = (column: string): ColumnShape | undefined =>
    shape.columns.find(({ name }) => name === snakeCase(column));
  return {
    schema,
    name: shape.name,
    shape,
    guild: guild === undefined ? undefined : find(guild)?.name,
    persons: personsOf(rights).flatMap(([column, rule]) => {
      const found = find(column);
      const kind = found && personKindOf(found.type);
      const isMention = rights.mentions?.includes(column) ?? false;
      return kind ? [{ ...found, kind, rule, isMention }] : [];
    }),
    withhold: withhold && {
      ...withhold,
      columns: withhold.columns.map(snakeCase),
      ...(withhold.where && {
        where: Object.fromEntries(
          Object.entries(withhold.where).map(([column, value]) => [snakeCase(column), value]),
        ),
      }),
    },
    retention: retention && { ...retention, column: snakeCase(retention.column) },
  };
}

/**
 * What is wrong with declarations, one sentence each, given the tables that are there. Tables that are declared and not
 * there are no fault: a later migration may make them.
 */
export function declarationFaults(rights: DataRights, shapes: readonly TableShape[]): string[] {
  return shapes.flatMap((shape) => {
    const declared = rights[shape.name];
    return declared ? tableFaults(shape, declared) : [];
  });
}

function tableFaults({ name, columns }: TableShape, rights: TableDataRights): string[] {
  const persons = personsOf(rights);
  const { guild, withhold, retention, eraseBy = {} } = rights;
  const named = [
    ...(guild === undefined ? [] : [guild]),
    ...persons.map(([column]) => column),
    ...(withhold ? [...withhold.columns, ...Object.keys(withhold.where ?? {})] : []),
    ...(retention ? [retention.column] : []),
  ];
  const find = (column: string): ColumnShape | undefined =>
    columns.find((existing) => existing.name === snakeCase(column));
  const missing = named
    .filter((column) => !find(column))
    .map((column) => `"tables.${name}" names "${column}", but there is no such column`);
  const unfit = persons.flatMap(([column, rule]) => {
    const found = find(column);
    return found ? personFaults(`"tables.${name}"`, found, rule) : [];
  });
  const loose = Object.keys(eraseBy)
    .filter((column) => !persons.some(([person]) => person === column))
    .map(
      (column) => `"tables.${name}.eraseBy" names "${column}", which neither "person" nor "mentions" does`,
    );
  const unscoped =
    retention?.setting !== undefined && guild === undefined
      ? [`"tables.${name}.retention" has a setting, so "guild" must be declared`]
      : [];
  return [...missing, ...unfit, ...loose, ...unscoped];
}

function personFaults(where: string, { name, type, isRequired }: ColumnShape, rule: ErasureRule): string[] {
  const kind = personKindOf(type);
  if (!kind) return [`${where}: "${name}" is ${type}, which cannot name a person`];
  if (rule === 'anonymise' && kind === 'id' && isRequired)
    return [`${where}: "${name}" must be nullable to be anonymised`];
  return [];
}

function personsOf({
  person = [],
  mentions = [],
  erase,
  eraseBy = {},
}: TableDataRights): [string, ErasureRule][] {
  return [person, mentions].flat().map((column) => [column, eraseBy[column] ?? erase]);
}
