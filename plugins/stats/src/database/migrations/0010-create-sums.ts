import type { Migration, MigrationDatabase } from '@twi/database';
import { type RawBuilder, sql } from 'kysely';

const MEASURES = ['messages', 'attachments', 'reactions', 'voice_seconds'] as const;
const COLUMNS = sql.raw(MEASURES.map((name) => `${name} bigint not null`).join(', '));

/**
 * No keys to core.guilds: what is summed has them, and checking one costs as much as adding. Room is left in each page, so that
 * a row that grows stays where it is, and no index is touched.
 */
const ROOM = sql`with (fillfactor = 80)`;

const TABLES = [
  sql`create table stats.member_sums (
    guild_id bigint not null, is_month boolean not null, start date not null, user_id bigint not null, ${COLUMNS},
    primary key (guild_id, is_month, start, user_id)
  ) ${ROOM}`,
  sql`create table stats.channel_sums (
    guild_id bigint not null, is_month boolean not null, start date not null, channel_id bigint not null, ${COLUMNS},
    primary key (guild_id, is_month, start, channel_id)
  ) ${ROOM}`,
  sql`create table stats.channel_member_months (
    guild_id bigint not null, start date not null, channel_id bigint not null, user_id bigint not null, ${COLUMNS},
    primary key (guild_id, start, channel_id, user_id)
  ) ${ROOM}`,
  sql`create table stats.channel_hours (
    guild_id bigint not null, channel_id bigint not null, hour timestamptz not null, day date not null,
    messages bigint not null,
    primary key (guild_id, channel_id, hour, day)
  ) ${ROOM}`,
  sql`create table stats.guild_hours (
    guild_id bigint not null, hour timestamptz not null, day date not null, messages bigint not null,
    primary key (guild_id, hour, day)
  ) ${ROOM}`,
  sql`create table stats.emoji_sums (
    guild_id bigint not null, is_month boolean not null, start date not null, emoji text not null, name text,
    in_messages bigint not null, in_reactions bigint not null,
    primary key (guild_id, is_month, start, emoji)
  ) ${ROOM}`,
];

/** Made when the tables are full, which is quicker than keeping them while they are filled. */
const INDEXES = [
  sql`create index member_sums_user on stats.member_sums (user_id)`,
  sql`create index channel_member_months_user on stats.channel_member_months (user_id)`,
  // Serves retention: the hours that it sums go by whole months, of which no trigger hears.
  sql`create index channel_hours_hour on stats.channel_hours using brin (hour)`,
];

/** What was counted before may be millions of rows. It holds until the end of the migrations. */
const MEMORY = [sql`set local work_mem = '64MB'`, sql`set local maintenance_work_mem = '128MB'`];

/** A day, and the month that it lies in. */
const SPANS = sql`cross join lateral (
  values (false, day), (true, day - extract(day from day)::integer + 1)
) as span (is_month, start)`;

/** A table of sums, and what it is made of. */
interface Sums {
  readonly table: string;
  /** What names a row. */
  readonly key: readonly string[];
  readonly values: readonly string[];
  /** More that is known of a row, of which the last counts. */
  readonly label?: string;
  readonly joins?: RawBuilder<unknown>;
  /** Where a part of the key is not a column of what is summed. */
  readonly computed?: Readonly<Record<string, RawBuilder<unknown>>>;
}

const OF_DAYS: readonly Sums[] = [
  { table: 'member_sums', key: ['guild_id', 'is_month', 'start', 'user_id'], values: MEASURES, joins: SPANS },
  {
    table: 'channel_sums',
    key: ['guild_id', 'is_month', 'start', 'channel_id'],
    values: MEASURES,
    joins: SPANS,
  },
  {
    table: 'channel_member_months',
    key: ['guild_id', 'start', 'channel_id', 'user_id'],
    values: MEASURES,
    computed: { start: sql`day - extract(day from day)::integer + 1` },
  },
];
const OF_HOURS: readonly Sums[] = [
  { table: 'channel_hours', key: ['guild_id', 'channel_id', 'hour', 'day'], values: ['messages'] },
  { table: 'guild_hours', key: ['guild_id', 'hour', 'day'], values: ['messages'] },
];
const OF_EMOJI: readonly Sums[] = [
  {
    table: 'emoji_sums',
    key: ['guild_id', 'is_month', 'start', 'emoji'],
    values: ['in_messages', 'in_reactions'],
    label: 'name',
    joins: SPANS,
  },
];
const SOURCES = { activity_days: OF_DAYS, activity_hours: OF_HOURS, emoji_days: OF_EMOJI } as const;

/**
 * Sums of what members did, by day and month, kept by the database itself: what they are made of also changes when a person is
 * erased, of which the plugin hears nothing. Each statement is summed once, however many rows it writes. Months have what long
 * times need, so that a year is twelve of them and not 365 days.
 */
export const createSums: Migration = {
  async up(db) {
    for (const statement of [...MEMORY, ...TABLES]) await statement.execute(db);
    for (const [source, sums] of Object.entries(SOURCES)) {
      await createTrigger(db, source, 'insert', adding(sums, sql`(table added) as change`));
      await createTrigger(db, source, 'update', adding(sums, differences(columnsOf(sums), valuesOf(sums))));
      await createTrigger(db, source, 'delete', taking(sums));
      for (const sum of sums) await addAll(db, source, sum);
    }
    for (const statement of INDEXES) await statement.execute(db);
  },

  async down(db) {
    for (const source of Object.keys(SOURCES))
      for (const event of ['insert', 'update', 'delete']) {
        await sql`drop trigger ${sql.id(`sum_${event}`)} on ${sql.id('stats', source)}`.execute(db);
        await sql`drop function ${sql.id('stats', `sum_${source}_${event}`)}`.execute(db);
      }
    for (const { table } of Object.values(SOURCES).flat())
      await db.schema.dropTable(`stats.${table}`).execute();
  },
};

const TRANSITIONS = {
  insert: sql`new table as added`,
  update: sql`old table as gone new table as added`,
  delete: sql`old table as gone`,
};

async function createTrigger(
  db: MigrationDatabase,
  source: string,
  event: keyof typeof TRANSITIONS,
  body: RawBuilder<unknown>,
): Promise<void> {
  const name = sql.id('stats', `sum_${source}_${event}`);
  const rows = sql.raw(event === 'delete' ? 'gone' : 'added');
  await sql`create function ${name}() returns trigger language plpgsql as $$
    begin
      -- Often all rows are new, or none is.
      if not exists (select from ${rows}) then return null; end if;
      ${body}
      return null;
    end $$`.execute(db);
  await sql`create trigger ${sql.id(`sum_${event}`)} after ${sql.raw(event)} on ${sql.id('stats', source)}
    referencing ${TRANSITIONS[event]} for each statement execute function ${name}()`.execute(db);
}

/** What the rows of a statement changed. */
function differences(columns: readonly string[], values: readonly string[]): RawBuilder<unknown> {
  const list = sql.raw(columns.join(', '));
  const taken = sql.raw(columns.map((name) => (values.includes(name) ? `-${name}` : name)).join(', '));
  return sql`(select ${list} from added union all select ${taken} from gone) as change`;
}

function adding(sums: readonly Sums[], changes: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(
    sums.map((sum) => sql`${addition(sum, changes)};`),
    sql`\n`,
  );
}

/** Sums what changed into a table that may have rows of the same keys. */
function addition(sum: Sums, changes: RawBuilder<unknown>): RawBuilder<unknown> {
  const { key, values, label } = sum;
  const grown = values.map((name) => `${name} = target.${name} + excluded.${name}`);
  const renamed = labelsOf(label).map((name) => `${name} = coalesce(excluded.${name}, target.${name})`);
  return sql`${insertion(sum, changes)}
    on conflict (${sql.raw(key.join(', '))}) do update set ${sql.raw([...grown, ...renamed].join(', '))}`;
}

function insertion(sum: Sums, changes: RawBuilder<unknown>): RawBuilder<unknown> {
  const { table, key, values, label } = sum;
  const columns = sql.raw([...key, ...values, ...labelsOf(label)].join(', '));
  return sql`insert into ${sql.id('stats', table)} as target (${columns}) ${summed(sum, changes)}`;
}

function labelsOf(label: string | undefined): readonly string[] {
  return label === undefined ? [] : [label];
}

function taking(sums: readonly Sums[]): RawBuilder<unknown> {
  const statements = sums.map((sum) => {
    const { table, key, values } = sum;
    const isSame = sql.raw(key.map((name) => `target.${name} = taken.${name}`).join(' and '));
    const isEmpty = sql.raw(values.map((name) => `target.${name} = 0`).join(' and '));
    const less = sql.raw(values.map((name) => `${name} = target.${name} - taken.${name}`).join(', '));
    const taken = sql`(${summed(sum, sql`(table gone) as change`)}) as taken`;
    return sql`update ${sql.id('stats', table)} as target set ${less} from ${taken} where ${isSame};
      delete from ${sql.id('stats', table)} as target using ${taken} where ${isSame} and ${isEmpty};`;
  });
  return sql.join(statements, sql`\n`);
}

/** In the order of the key, so that two statements lock what both change in the same order. */
function summed(
  { key, values, label, joins = sql``, computed = {} }: Sums,
  changes: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const names = key.map((name) => sql`${computed[name] ?? sql.raw(name)} as ${sql.raw(name)}`);
  const totals = values.map((name) => sql`sum(${sql.raw(name)})::bigint as ${sql.raw(name)}`);
  const labels = label ? [sql`max(${sql.raw(label)}) as ${sql.raw(label)}`] : [];
  const places = sql.raw(key.map((_, index) => index + 1).join(', '));
  return sql`select ${sql.join([...names, ...totals, ...labels])} from ${changes} ${joins}
    group by ${places} order by ${places}`;
}

/** What was counted before there were sums: the tables are empty, and their rows come in the order of their keys. */
async function addAll(db: MigrationDatabase, source: string, sum: Sums): Promise<void> {
  await insertion(sum, sql`${sql.id('stats', source)} as change`).execute(db);
}

function columnsOf(sums: readonly Sums[]): readonly string[] {
  const known = sums.flatMap(({ key, values, label, computed = {} }) => [
    ...key.filter((name) => !(name in computed) && name !== 'is_month' && name !== 'start'),
    ...values,
    ...(label ? [label] : []),
  ]);
  return [...new Set([...known, 'day'])];
}

function valuesOf(sums: readonly Sums[]): readonly string[] {
  return [...new Set(sums.flatMap(({ values }) => values))];
}
