import { asNumber, type PluginDatabase, toJsonb } from '@twi/database';
import { sql } from 'kysely';
import { feedItem, type FeedItem } from '../feeds/feed-item.ts';
import type { Comparison, HashedItem, KnownItem } from '../feeds/polling/what-is-new.ts';

/** Rows in one statement. */
const AT_ONCE = 500;
/** Items that a target does not have any more are remembered so long, and so many of each target. */
const GONE_DAYS = 90;
const MOST_GONE = 5_000;
const WHOLE_DAYS = 14;
/** So many items of the first reading are kept whole, to show what a feed looks like. */
const KEPT_WHOLE = 5;

/** An item that is to be posted. */
export interface KeptItem {
  readonly id: string;
  /** `undefined` where its content was dropped long ago. */
  readonly item: FeedItem | undefined;
}

/** What targets were seen to have. */
export class FeedItemRepository {
  readonly #db: PluginDatabase<'integrations'>;

  constructor(db: PluginDatabase<'integrations'>) {
    this.#db = db;
  }

  /** What a target holds as far as is known, and what else has something in common with these. */
  async listKnown(
    followedId: string,
    hashes: readonly Pick<KnownItem, 'idHash' | 'urlHash' | 'contentHash'>[],
  ): Promise<KnownItem[]> {
    const all = (name: 'idHash' | 'urlHash' | 'contentHash') =>
      sql<string>`any(${hashes.flatMap((each) => each[name] ?? [])}::text[])`;
    const rows = await this.#db
      .selectFrom('integrations.feed_items')
      .select(['id', 'idHash', 'urlHash', 'contentHash', 'publishedAt', 'goneAt'])
      .where('followedId', '=', followedId)
      .where((eb) =>
        eb.or([
          eb('goneAt', 'is', null),
          eb('idHash', '=', all('idHash')),
          eb('urlHash', '=', all('urlHash')),
          eb('contentHash', '=', all('contentHash')),
        ]),
      )
      .orderBy('id')
      .execute();
    return rows.map(({ id, goneAt, ...row }) => ({ ...row, rowId: id, isGone: goneAt !== null }));
  }

  /** Writes what a reading brought. @returns the number of the newest new item, if there is one */
  async store(
    followedId: string,
    { fresh, aliases, changed, gone }: Comparison,
    { isSeed }: { readonly isSeed: boolean },
  ): Promise<string | undefined> {
    await this.#add(followedId, aliases, { isNew: false, whole: 0 });
    const newest = await this.#add(followedId, fresh, {
      isNew: !isSeed,
      whole: isSeed ? KEPT_WHOLE : fresh.length,
    });
    for (const { rowId, hashes } of changed)
      await this.#db
        .updateTable('integrations.feed_items')
        .set({ urlHash: hashes.urlHash, contentHash: hashes.contentHash, goneAt: null })
        .where('id', '=', rowId)
        .execute();
    if (gone.length > 0)
      await this.#db
        .updateTable('integrations.feed_items')
        .set({ goneAt: sql<Date>`now()` })
        .where('id', '=', sql<string>`any(${gone}::bigint[])`)
        .execute();
    return isSeed ? undefined : newest;
  }

  /** The newest items of a target that are to be posted after one, oldest first, and how many there are in all. */
  async listAfter(
    followedId: string,
    afterId: string,
    limit: number,
  ): Promise<{ readonly items: readonly KeptItem[]; readonly count: number }> {
    const after = this.#db
      .selectFrom('integrations.feed_items')
      .where('followedId', '=', followedId)
      .where('id', '>', afterId)
      .where('isNew', '=', true);
    const { count } = await after
      .select((eb) => asNumber(eb.fn.countAll()).as('count'))
      .executeTakeFirstOrThrow();
    const rows = await after.select(['id', 'content']).orderBy('id', 'desc').limit(limit).execute();
    return { count, items: rows.map(keptItem).toReversed() };
  }

  async get(id: string): Promise<KeptItem | undefined> {
    const row = await this.#db
      .selectFrom('integrations.feed_items')
      .select(['id', 'content'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row && keptItem(row);
  }

  /** The newest item of a target whose content is there. */
  async findNewest(followedId: string): Promise<KeptItem | undefined> {
    const row = await this.#db
      .selectFrom('integrations.feed_items')
      .select(['id', 'content'])
      .where('followedId', '=', followedId)
      .where('content', 'is not', null)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && keptItem(row);
  }

  /** Moves what a target has to another one, which takes it for old. */
  async moveAll(fromId: string, toId: string): Promise<void> {
    await this.#db
      .updateTable('integrations.feed_items')
      .set({ followedId: toId, isNew: false })
      .where('followedId', '=', fromId)
      .execute();
  }

  /**
   * Forgets what targets have not had for long, and what nobody needs of the rest. What is dated before the newest that was
   * forgotten is taken for old from then on, so that nothing comes twice.
   */
  async prune(): Promise<void> {
    await sql`
      with ranked as (
        select id, followed_id, gone_at,
          row_number() over (partition by followed_id order by gone_at desc, id desc) as place
        from integrations.feed_items where gone_at is not null
      ), forgotten as (
        delete from integrations.feed_items item using ranked
        where item.id = ranked.id
          and (ranked.place > ${MOST_GONE}
            or ranked.gone_at < now() - ${GONE_DAYS} * interval '1 day' and item.published_at is not null)
          and not exists (
            select from integrations.feed_deliveries open
            where open.item_id = item.id and open.state in ('waiting', 'sending')
          )
        returning item.followed_id, least(item.published_at, item.seen_at) as at
      )
      update integrations.feed_targets target
      set forgotten_until = greatest(target.forgotten_until, latest.at)
      from (select followed_id, max(at) as at from forgotten group by followed_id) as latest
      where target.id = latest.followed_id
    `.execute(this.#db);
    await sql`
      update integrations.feed_items item set content = null
      where content is not null and gone_at < now() - ${WHOLE_DAYS} * interval '1 day'
        and not exists (
          select from integrations.feed_deliveries open
          where open.item_id = item.id and open.state in ('waiting', 'sending')
        )
    `.execute(this.#db);
  }

  async #add(
    followedId: string,
    items: readonly HashedItem[],
    { isNew, whole }: { readonly isNew: boolean; readonly whole: number },
  ): Promise<string | undefined> {
    const rows = items.map(({ item, idHash, urlHash, contentHash }, index) => ({
      followedId,
      idHash,
      urlHash,
      contentHash,
      publishedAt: item.publishedAt ?? null,
      isNew,
      content: index >= items.length - whole ? toJsonb(item) : null,
    }));
    let newest: string | undefined;
    for (let begin = 0; begin < rows.length; begin += AT_ONCE) {
      const added = await this.#db
        .insertInto('integrations.feed_items')
        .values(rows.slice(begin, begin + AT_ONCE))
        .returning('id')
        .execute();
      newest = added.at(-1)?.id ?? newest;
    }
    return newest;
  }
}

function keptItem({ id, content }: { readonly id: string; readonly content: unknown }): KeptItem {
  return { id, item: content === null ? undefined : feedItem.parse(content) };
}
