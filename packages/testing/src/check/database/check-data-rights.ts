import { schemaNameOf } from '@twi/database';
import type { Plugin } from '@twi/sdk';
import type { Specimen } from '../specimen.ts';
import type { Fault, Findings } from '../fault.ts';
import { type Column, pluginTables, type Table } from './plugin-tables.ts';

const GUILD = /(^|_)(guild|server)_id$/;
const PERSON =
  /(^|_)((user|member|moderator|author|owner|target|creator|sender|reporter|player|person|invoker|artist)_id|by)$/;

type Declaration = NonNullable<Plugin['tables']>[string];

/** Compares what the manifest says about the data of guilds and people with the tables that there are. */
export async function checkDataRights({ bot, plugin }: Specimen): Promise<Findings> {
  const tables = await pluginTables(bot.database.handle.db, plugin.id);
  const schema = schemaNameOf(plugin.id);
  const declared = plugin.tables ?? {};
  const missing = Object.keys(declared)
    .filter((name) => !tables.some((table) => table.name === `${schema}.${name}`))
    .map((name) => ({ where: field(name), message: `there is no table ${schema}.${name}.` }));
  return { faults: [...missing, ...tables.flatMap((table) => tableFaults(table, declared))] };
}

function tableFaults({ name, columns }: Table, declared: NonNullable<Plugin['tables']>): Fault[] {
  const short = name.slice(name.indexOf('.') + 1);
  const declaration = declared[short];
  if (!declaration)
    return [
      { where: field(short), message: `is missing, but the table ${name} exists; say what erasing means.` },
    ];
  const named = namesIn(declaration);
  const gone = named
    .filter((column) => !columns.some((existing) => existing.name === snakeCase(column)))
    .map((column) => ({
      where: field(short),
      message: `names "${column}", but ${name} has no such column.`,
    }));
  const silent = columns.flatMap((column) => {
    const kind = kindOf(column);
    if (!kind || named.map(snakeCase).includes(column.name)) return [];
    return [{ where: field(short), message: undeclared(name, column, kind) }];
  });
  return [...gone, ...silent];
}

const namesIn = ({ guild, person = [] }: Declaration): string[] => [
  ...(guild === undefined ? [] : [guild]),
  ...(typeof person === 'string' ? [person] : person),
];

/** Whom a column names, by what it refers to or by its name. */
function kindOf({ name, type, refersTo }: Column): 'guild' | 'person' | undefined {
  if (refersTo) return refersTo === 'core.guilds' ? 'guild' : 'person';
  if (type !== 'bigint') return undefined;
  if (GUILD.test(name)) return 'guild';
  return PERSON.test(name) ? 'person' : undefined;
}

const undeclared = (table: string, { name }: Column, kind: string): string =>
  `does not name the column "${name}" of ${table}, which looks like a ${kind}; add it to "${kind}".`;

const field = (table: string): string => `manifest "tables.${table}"`;

/** As the database names what TypeScript calls `guildId`. */
const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
