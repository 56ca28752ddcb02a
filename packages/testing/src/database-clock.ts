import { type QueryExecutorProvider, sql } from 'kysely';

const SCHEMA = 'twi_test_clock';

/** The jobs of plugins that should be running by now. pg-boss's own queues carry no slash. */
const DUE_JOBS = sql<{ due: number }>`
  select count(*)::int as due from pgboss.job
  where name like '%/%'
    and (state = 'active' or state in ('created', 'retry') and start_after <= ${sql.id(SCHEMA, 'now')}())
`;

/**
 * PostgreSQL's clock, movable: the sessions of one database find a `now()` of the kit's before PostgreSQL's own.
 * `current_timestamp` and `clock_timestamp()` stay the machine's.
 */
export class DatabaseClock {
  readonly #db: QueryExecutorProvider;

  constructor(db: QueryExecutorProvider) {
    this.#db = db;
  }

  /** Prepares the database; sessions that are opened afterwards follow the clock. */
  async install(): Promise<void> {
    const schema = sql.id(SCHEMA);
    await sql`create schema ${schema}`.execute(this.#db);
    await sql`create table ${schema}.ahead (by interval not null)`.execute(this.#db);
    await sql`insert into ${schema}.ahead values ('0')`.execute(this.#db);
    await sql`
      create function ${schema}.now() returns timestamptz language sql stable
      as ${sql.lit(`select pg_catalog.now() + (select by from ${SCHEMA}.ahead)`)}
    `.execute(this.#db);
    await sql`
      do $$ begin execute format(
        'alter database %I set search_path = ${sql.raw(SCHEMA)}, pg_catalog, "$user", public', current_database()
      ); end $$
    `.execute(this.#db);
  }

  /** Sets how far it is ahead of the machine's clock, in milliseconds; also for pg-boss, whose clock is a function. */
  async set(aheadMs: number): Promise<void> {
    const schema = sql.id(SCHEMA);
    await sql`update ${schema}.ahead set by = make_interval(secs => ${aheadMs / 1_000}::float8)`.execute(
      this.#db,
    );
    await sql`
      create or replace function pgboss.job_now() returns timestamptz language sql stable
      as ${sql.lit(`select ${SCHEMA}.now()`)}
    `.execute(this.#db);
  }

  /** How many jobs of plugins are running or should be. */
  async countDueJobs(): Promise<number> {
    const { rows } = await DUE_JOBS.execute(this.#db);
    return rows[0]?.due ?? 0;
  }
}
