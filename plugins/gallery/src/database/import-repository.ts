import { asNumber, type Page, type PageOptions, paginate, type PluginDatabase } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { importNotFound } from '../imports/import-errors.ts';
import type { EntryState, ImportPhase, ImportsTable, ImportState } from './import-tables.ts';

export type Import = Selectable<ImportsTable>;
export type NewImport = Pick<
  Insertable<ImportsTable>,
  'afterId' | 'channelId' | 'guildId' | 'phase' | 'startedBy' | 'untilId'
>;

/** Which import: its id, and the guild that it must belong to. */
export interface ImportKey {
  readonly guildId: Snowflake;
  readonly id: string;
}

/** How far an import is. */
export interface ImportPosition {
  readonly phase: ImportPhase;
  readonly position: string | null;
}

/** How many posts of an import are in each state. */
export type EntryCounts = Readonly<Record<EntryState, number>>;

/** How long a process may be silent before another takes over. */
const LEASE = sql<Date>`now() + interval '90 seconds'`;

/** Keeps imports and how far they have come. */
export class ImportRepository {
  readonly #db: PluginDatabase<'gallery'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
  }

  /** Begins an import; `undefined` when one of the channel is unfinished. */
  async create(values: NewImport): Promise<Import | undefined> {
    return this.#db
      .insertInto('gallery.imports')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .columns(['guildId', 'channelId'])
          .where('state', 'in', sql<ImportState>`('running', 'paused')`)
          .doNothing(),
      )
      .returningAll()
      .executeTakeFirst();
  }

  /** @throws {UserError} `gallery.import-not-found` */
  async get({ guildId, id }: ImportKey): Promise<Import> {
    return this.#db
      .selectFrom('gallery.imports')
      .selectAll()
      .where((eb) => eb.and({ guildId, id }))
      .executeTakeFirstOrThrow(() => new UserError(importNotFound()));
  }

  /** The unfinished import of a channel. */
  async findUnfinished(guildId: Snowflake, channelId: Snowflake): Promise<Import | undefined> {
    return this.#db
      .selectFrom('gallery.imports')
      .selectAll()
      .where((eb) => eb.and({ guildId, channelId }))
      .where('state', 'in', ['running', 'paused'])
      .executeTakeFirst();
  }

  /** The imports of a guild, newest first, from these channels. @throws {CursorError} */
  async list(guildId: Snowflake, channelIds: readonly Snowflake[], page: PageOptions): Promise<Page<Import>> {
    const found = this.#db
      .selectFrom('gallery.imports')
      .selectAll()
      .where('guildId', '=', guildId)
      .where('channelId', 'in', channelIds);
    return paginate(found, { orderBy: [{ column: 'id', direction: 'desc' }], ...page });
  }

  /** The channels of which a guild has imports. */
  async listChannels(guildId: Snowflake): Promise<Snowflake[]> {
    const rows = await this.#db
      .selectFrom('gallery.imports')
      .select('channelId')
      .distinct()
      .where('guildId', '=', guildId)
      .execute();
    return rows.map(({ channelId }) => channelId);
  }

  /** Moves an import on from one of these states; `undefined` when it is in none of them. */
  async change(
    { guildId, id }: ImportKey,
    from: readonly ImportState[],
    values: Updateable<ImportsTable>,
  ): Promise<Import | undefined> {
    return this.#db
      .updateTable('gallery.imports')
      .set(values)
      .where((eb) => eb.and({ guildId, id }))
      .where('state', 'in', from)
      .returningAll()
      .executeTakeFirst();
  }

  /** Remembers where the progress is shown. */
  async recordProgressMessage({ id }: Import, channelId: Snowflake, messageId: Snowflake): Promise<void> {
    await this.#db
      .updateTable('gallery.imports')
      .set({ progressChannelId: channelId, progressMessageId: messageId })
      .where('id', '=', id)
      .execute();
  }

  /** Takes on an import that is running and that no process is at work on. */
  async claim({ guildId, id }: ImportKey): Promise<Import | undefined> {
    return this.#db
      .updateTable('gallery.imports')
      .set((eb) => ({ leasedUntil: LEASE, claims: eb('claims', '+', 1) }))
      .where((eb) => eb.and({ guildId, id, state: 'running' }))
      .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', sql<Date>`now()`)]))
      .returningAll()
      .executeTakeFirst();
  }

  /** Keeps others from changing an import to the end of the transaction; tells whether it is still this process's to go on with. */
  async hold({ id, claims }: Import): Promise<boolean> {
    const held = await this.#db
      .selectFrom('gallery.imports')
      .select('id')
      .where((eb) => eb.and({ id, claims, state: 'running' }))
      .forUpdate()
      .executeTakeFirst();
    return held !== undefined;
  }

  /** Notes how far a held import has come, and that its process is still at work. */
  async advance(run: Import, { phase, position }: ImportPosition, scanned: number): Promise<Import> {
    return this.#db
      .updateTable('gallery.imports')
      .set((eb) => ({ phase, position, scanned: eb('scanned', '+', scanned), leasedUntil: LEASE }))
      .where('id', '=', run.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Lets another process take over at once. */
  async release({ id, claims }: Import): Promise<void> {
    await this.#db
      .updateTable('gallery.imports')
      .set({ leasedUntil: null })
      .where((eb) => eb.and({ id, claims }))
      .execute();
  }

  /** Imports that should be under way and that no process is at work on. */
  async listAbandoned(limit: number): Promise<Import[]> {
    return this.#db
      .selectFrom('gallery.imports')
      .selectAll()
      .where('state', '=', 'running')
      .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', sql<Date>`now()`)]))
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  async count({ id }: Import): Promise<EntryCounts> {
    const rows = await this.#db
      .selectFrom('gallery.import_entries')
      .select((eb) => ['state', asNumber(eb.fn.countAll()).as('entries')])
      .where('importId', '=', id)
      .groupBy('state')
      .execute();
    const counts = Object.fromEntries(rows.map(({ state, entries }) => [state, entries]));
    return { added: 0, review: 0, accepted: 0, skipped: 0, known: 0, ...counts };
  }
}
