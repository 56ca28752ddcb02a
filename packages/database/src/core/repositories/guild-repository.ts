import { sql, type Kysely, type Selectable, type Updateable } from 'kysely';
import type { Database } from '../../database.ts';
import { paginate, type Page, type PageOptions } from '../../pagination/paginate.ts';
import { toJsonb } from '../../to-jsonb.ts';
import { RecordNotFoundError } from '../record-not-found-error.ts';
import type { GuildsTable } from '../tables/guilds-table.ts';

export type GuildRow = Selectable<GuildsTable>;

/** What Discord tells about a guild when the bot is in it. */
export interface JoinedGuild {
  readonly id: string;
  readonly name: string;
  readonly joinedAt: Date;
}

/** What of a guild's row may change; what is left out stays. */
export type GuildChanges = Pick<Updateable<GuildsTable>, 'name'> & {
  readonly settings?: Record<string, unknown>;
};

/** The guilds that the bot is, or was, in. */
export class GuildRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async find(id: string): Promise<GuildRow | undefined> {
    return this.#db.selectFrom('core.guilds').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** @throws {RecordNotFoundError} */
  async get(id: string): Promise<GuildRow> {
    const guild = await this.find(id);
    if (!guild) throw new RecordNotFoundError('guild', id);
    return guild;
  }

  /** Records guilds that the bot is in, new ones and known ones, in one statement however many they are. */
  async saveJoined(guilds: readonly JoinedGuild[]): Promise<void> {
    const rows = JSON.stringify(guilds.map(({ id, name, joinedAt }) => ({ id, name, joined_at: joinedAt })));
    await sql`
      insert into core.guilds as guild (id, name, joined_at)
      select id, name, joined_at from jsonb_to_recordset(${rows}::jsonb) as row(id bigint, name text, joined_at timestamptz)
      on conflict (id) do update set name = excluded.name, joined_at = excluded.joined_at, left_at = null
      where (guild.name, guild.joined_at) is distinct from (excluded.name, excluded.joined_at) or guild.left_at is not null
    `.execute(this.#db);
  }

  /** @throws {RecordNotFoundError} */
  async update(id: string, { settings, ...changes }: GuildChanges): Promise<GuildRow> {
    const guild = await this.#db
      .updateTable('core.guilds')
      .set(settings ? { ...changes, settings: toJsonb(settings) } : changes)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!guild) throw new RecordNotFoundError('guild', id);
    return guild;
  }

  /** Records that the bot left; the first time counts. */
  async markLeft(id: string, at: Date): Promise<void> {
    await this.#db
      .updateTable('core.guilds')
      .set({ leftAt: at })
      .where('id', '=', id)
      .where('leftAt', 'is', null)
      .execute();
  }

  /**
   * Records that the bot is in no other guilds than these, as far as others are not somebody else's to know.
   *
   * @returns those that it was in until now.
   */
  async markAbsent({
    present,
    isOurs,
    at,
  }: {
    readonly present: readonly string[];
    readonly isOurs: (guildId: string) => boolean;
    readonly at: Date;
  }): Promise<string[]> {
    const { rows: absent } = await sql<{ id: string }>`
      with back as (update core.guilds set left_at = null where left_at is not null and id = any(${present}::bigint[]))
      select id from core.guilds where left_at is null and id <> all(${present}::bigint[])
    `.execute(this.#db);
    const left = absent.map(({ id }) => id).filter(isOurs);
    for (const id of left) await this.markLeft(id, at);
    return left;
  }

  /** Locks the row of a guild that the bot left before a moment, so that it cannot come back meanwhile. @returns whether it did leave. */
  async lockLeft(id: string, before: Date): Promise<boolean> {
    const row = await this.#db
      .selectFrom('core.guilds')
      .select('id')
      .where('id', '=', id)
      .where('leftAt', '<', before)
      .forUpdate()
      .executeTakeFirst();
    return row !== undefined;
  }

  async list(options: PageOptions): Promise<Page<GuildRow>> {
    const guilds = this.#db.selectFrom('core.guilds').selectAll();
    return paginate(guilds, { ...options, orderBy: [{ column: 'id', direction: 'asc' }] });
  }

  /** Lists guilds that the bot left before a moment, whose data is due for deletion. */
  async listLeftBefore(moment: Date, limit: number): Promise<GuildRow[]> {
    return this.#db
      .selectFrom('core.guilds')
      .selectAll()
      .where('leftAt', '<', moment)
      .orderBy('leftAt')
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  /** Deletes a guild with everything in core that belongs to it. Call `forgetGuild` of the handle afterwards. */
  async delete(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('core.guilds')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}
