import { UserError } from '@twi/sdk';
import type { GuildMember, Snowflake } from 'discord.js';
import type { GalleryContext, GalleryTransaction } from '../context.ts';
import { type Item, type ItemKey, ItemRepository } from '../database/item-repository.ts';
import {
  changedSince,
  galleryFull,
  itemDeleted,
  itemNotDeleted,
  notYours,
  nothingToChange,
  sourceTaken,
} from '../errors.ts';
import { type ItemContent, validContent } from './item-content.ts';
import { WithdrawalRepository } from '../database/withdrawal-repository.ts';
import { withdrawnByAuthor } from '../reposts/repost-refusals.ts';
import { findSameMessage } from './find-duplicate.ts';

/** What may be changed of an item. */
interface ItemValues extends ItemContent, Pick<Item, 'kind'> {}

/** Some of it: what is absent stays as it is. */
export type ItemChange = Partial<ItemValues>;

/** What an item was and has become. */
export interface Replacement {
  readonly before: ItemChange;
  readonly after: ItemChange;
}

type Action = 'gallery.edit' | 'gallery.remove' | 'gallery.restore' | 'gallery.tags';

/** Changes items, each time with an entry in the record of the server that `/undo` takes back. */
export class ItemChanges {
  readonly #context: GalleryContext;

  constructor(context: GalleryContext) {
    this.#context = context;
  }

  /**
   * Whoever added an item may change it, and whoever may manage the gallery.
   *
   * @throws {UserError} `gallery.not-yours`
   */
  async assertMayChange(
    { number, addedBy }: Pick<Item, 'addedBy' | 'number'>,
    member: GuildMember,
  ): Promise<void> {
    if (addedBy === member.id) return;
    if (!(await this.mayManage(member))) throw new UserError(notYours(number));
  }

  /** Whether a member may change what others added. */
  mayManage(member: GuildMember): Promise<boolean> {
    return this.#context.permissions.allows(member, 'gallery.manage');
  }

  /**
   * Changes what is given.
   *
   * @throws {UserError} `gallery.item-not-found`, `gallery.nothing-to-change`, and those of `validContent`
   */
  edit(
    key: ItemKey,
    change: ItemChange,
    editorId: Snowflake,
    action: Action = 'gallery.edit',
  ): Promise<Item> {
    return this.#recorded(key, editorId, action, async (transaction) => {
      const items = new ItemRepository(transaction);
      const current = await items.get(key);
      const { before, after } = differenceOf(current, { ...change, ...validated(current, change) });
      if (Object.keys(after).length === 0) throw new UserError(nothingToChange(key.number));
      return { item: await changed(items, key, after), reversal: { before, after } };
    });
  }

  /** Changes an item that is still as it was left. @throws {UserError} `gallery.changed-since` */
  replace(key: ItemKey, { before, after }: Replacement, editorId: Snowflake, action: Action): Promise<Item> {
    return this.#recorded(key, editorId, action, async (transaction) => {
      const items = new ItemRepository(transaction);
      const current = await items.get(key);
      if (Object.keys(differenceOf(current, before).after).length > 0)
        throw new UserError(changedSince(key.number));
      return { item: await changed(items, key, after), reversal: { before, after } };
    });
  }

  /** Takes an item out of the gallery; its number is never given to another. */
  remove(key: ItemKey, removerId: Snowflake): Promise<Item> {
    return this.#recorded(key, removerId, 'gallery.remove', async (transaction) => {
      const items = new ItemRepository(transaction);
      await items.getDeletedOrLive(key);
      const removed = await items.setDeleted(key, true);
      if (!removed) throw new UserError(itemDeleted(key.number));
      return { item: removed, reversal: {} };
    });
  }

  /**
   * Brings an item back under its number.
   *
   * @param alongside what happens in the same transaction
   * @throws {UserError} those of `assertRestorable`
   */
  async restore(
    key: ItemKey,
    restorerId: Snowflake,
    alongside?: (transaction: GalleryTransaction) => Promise<void>,
  ): Promise<Item> {
    return this.#recorded(key, restorerId, 'gallery.restore', async (transaction) => {
      await this.assertRestorable(key, transaction);
      const restored = await new ItemRepository(transaction).setDeleted(key, false);
      if (!restored) throw new UserError(itemNotDeleted(key.number));
      await alongside?.(transaction);
      return { item: restored, reversal: {} };
    });
  }

  /** @throws {UserError} `gallery.item-not-deleted`, `gallery.repost-withdrawn`, `gallery.gallery-full`, `gallery.source-taken` */
  async assertRestorable(key: ItemKey, db: GalleryContext['db'] = this.#context.db): Promise<void> {
    const { guildId, number } = key;
    const { maxItems } = await this.#context.settings.get(guildId);
    const items = new ItemRepository(db);
    const { deletedAt, sourceMessageId } = await items.getDeletedOrLive(key);
    if (!deletedAt) throw new UserError(itemNotDeleted(number));
    if (await new WithdrawalRepository(db).has(key)) throw new UserError(withdrawnByAuthor(number));
    if ((await items.count(guildId)) >= maxItems) throw new UserError(galleryFull(maxItems));
    const other = sourceMessageId ? await findSameMessage(db, { guildId, sourceMessageId }) : undefined;
    if (other) throw new UserError(sourceTaken(number, other.number));
  }

  /** Runs a change and its entry in one transaction, while nothing else changes the gallery. */
  async #recorded(
    { guildId, number }: ItemKey,
    userId: Snowflake,
    action: Action,
    change: (
      transaction: GalleryTransaction,
    ) => Promise<{ readonly item: Item; readonly reversal: Readonly<Record<string, unknown>> }>,
  ): Promise<Item> {
    await Promise.all([this.#context.ensureGuild(guildId), this.#context.ensureUser(userId)]);
    return this.#context.db.transaction().execute(async (transaction) => {
      await new ItemRepository(transaction).lock(guildId);
      const { item, reversal } = await change(transaction);
      await this.#context.audit.record({
        guildId,
        userId,
        action,
        target: `item #${number}`,
        details: { item: number },
        reversal: { item: number, ...reversal },
        transaction,
      });
      return item;
    });
  }
}

/** What was given, as it is kept. */
function validated(current: Item, change: ItemChange): ItemChange {
  const valid = validContent({ ...current, ...change });
  return pick(valid, Object.keys(change).filter((key) => key !== 'kind') as (keyof ItemContent)[]); // -- keys of ItemChange without `kind`
}

function differenceOf(current: Item, wanted: ItemChange): Replacement {
  const keys = Object.keys(wanted) as (keyof ItemValues)[]; // -- Object.keys forgets the names
  const different = keys.filter((key) => JSON.stringify(current[key]) !== JSON.stringify(wanted[key]));
  return { before: pick<ItemValues>(current, different), after: pick<ItemChange>(wanted, different) };
}

async function changed(items: ItemRepository, key: ItemKey, values: ItemChange): Promise<Item> {
  const item = await items.change(key, values);
  if (!item) throw new UserError(itemDeleted(key.number));
  return item;
}

function pick<Values>(from: Values, keys: readonly (keyof Values)[]): Partial<Values> {
  const picked: Partial<Values> = {};
  for (const key of keys) picked[key] = from[key];
  return picked;
}
