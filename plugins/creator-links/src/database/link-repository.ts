import { type PluginDatabase, type PluginTables, SoftDeleteTable, toJsonb } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { type Selectable, sql } from 'kysely';
import { titleRefusal } from '../errors.ts';
import type { LinkContent } from '../links/link-content.ts';
import { titleKey } from '../links/title.ts';
import type { CreatorLinksTable } from './schema.ts';

export type LinkRow = Selectable<CreatorLinksTable>;

/** Whose links. */
export interface CreatorKey {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
}

/** What the staff says about a link. */
export interface StaffMark {
  readonly mark: 'verified' | 'hidden';
  /** Who says so; `null` takes it back. */
  readonly by: Snowflake | null;
}

/** What an edit made of a link. */
export interface LinkEdit {
  readonly linkId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The links of creators. Changes run in the transaction that the repository was made with. */
export class LinkRepository {
  readonly #db: PluginDatabase<'creator-links'>;
  readonly #links: SoftDeleteTable<PluginTables<'creator-links'>, 'creator_links.creator_links'>;

  constructor(db: PluginDatabase<'creator-links'>) {
    this.#db = db;
    this.#links = new SoftDeleteTable(db, 'creator_links.creator_links');
  }

  /** All links of a person, hidden ones too, at most as many as the guild allows, in the order in which they are shown. */
  listOf({ guildId, userId }: CreatorKey): Promise<LinkRow[]> {
    return this.#links
      .selectLive()
      .selectAll()
      .where((eb) => eb.and({ guildId, userId }))
      .orderBy('isFeatured', 'desc')
      .orderBy('weight', 'desc')
      .orderBy('titleKey')
      .execute();
  }

  /** The removed links of a person, the last one first. */
  listRemovedOf({ guildId, userId }: CreatorKey, limit: number): Promise<LinkRow[]> {
    return this.#links
      .selectDeleted()
      .selectAll()
      .where((eb) => eb.and({ guildId, userId }))
      .orderBy('deletedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
  }

  /** @throws {UserError} `creator-links.no-such-link` */
  async getByTitle({ guildId, userId }: CreatorKey, title: string): Promise<LinkRow> {
    const found = await this.#links
      .selectLive()
      .selectAll()
      .where((eb) => eb.and({ guildId, userId, titleKey: titleKey(title) }))
      .executeTakeFirst();
    if (!found) throw new UserError(titleRefusal('no-such-link', title));
    return found;
  }

  /** The one that was removed last. @throws {UserError} `creator-links.no-such-removed-link` */
  async getRemovedByTitle({ guildId, userId }: CreatorKey, title: string): Promise<LinkRow> {
    const found = await this.#links
      .selectDeleted()
      .selectAll()
      .where((eb) => eb.and({ guildId, userId, titleKey: titleKey(title) }))
      .orderBy('deletedAt', 'desc')
      .executeTakeFirst();
    if (!found) throw new UserError(titleRefusal('no-such-removed-link', title));
    return found;
  }

  /** Whether a person removed a link to an address after the staff had hidden it. */
  async isHiddenAmongRemoved({ guildId, userId }: CreatorKey, url: string): Promise<boolean> {
    const found = await this.#links
      .selectDeleted()
      .select('id')
      .where((eb) => eb.and({ guildId, userId, url }))
      .where('hiddenAt', 'is not', null)
      .executeTakeFirst();
    return found !== undefined;
  }

  /** A link, removed or not. */
  find(guildId: Snowflake, id: string): Promise<LinkRow | undefined> {
    return this.#db
      .selectFrom('creator_links.creator_links')
      .selectAll()
      .where((eb) => eb.and({ guildId, id }))
      .executeTakeFirst();
  }

  add({ guildId, userId }: CreatorKey, content: LinkContent): Promise<LinkRow> {
    return this.#db
      .insertInto('creator_links.creator_links')
      .values({ guildId, userId, titleKey: titleKey(content.title), ...content })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** @param losesVerification whether the staff has to look at it again */
  change(id: string, content: LinkContent, losesVerification: boolean): Promise<LinkRow> {
    return this.#links
      .updateLive()
      .set({
        ...content,
        titleKey: titleKey(content.title),
        ...(losesVerification && { verifiedAt: null, verifiedBy: null }),
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async remove(id: string): Promise<void> {
    await this.#links.markDeleted().where('id', '=', id).execute();
  }

  async restore(id: string): Promise<void> {
    await this.#links.restore().where('id', '=', id).execute();
  }

  async mark(id: string, { mark, by }: StaffMark): Promise<void> {
    const at = by === null ? null : sql<Date>`now()`;
    const values = mark === 'verified' ? { verifiedAt: at, verifiedBy: by } : { hiddenAt: at, hiddenBy: by };
    await this.#links.updateLive().set(values).where('id', '=', id).execute();
  }

  /** Keeps what an edit changed, and returns its number. */
  async addEdit({ linkId, before, after }: LinkEdit): Promise<string> {
    const { id } = await this.#db
      .insertInto('creator_links.link_edits')
      .values({ linkId, before: toJsonb(before), after: toJsonb(after) })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }

  findEdit(id: string): Promise<LinkEdit | undefined> {
    return this.#db
      .selectFrom('creator_links.link_edits')
      .select(['linkId', 'before', 'after'])
      .where('id', '=', id)
      .executeTakeFirst();
  }
}
