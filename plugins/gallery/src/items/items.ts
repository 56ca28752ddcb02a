import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { GalleryContext, GalleryTransaction } from '../context.ts';
import { FileRepository } from '../database/file-repository.ts';
import { DuplicateRepository } from '../database/duplicate-repository.ts';
import { type Item, type ItemKey, ItemRepository, type NewItemRow } from '../database/item-repository.ts';
import { galleryFull } from '../errors.ts';
import { type Duplicate, findSameContent, findSameMessage, type Traits } from './find-duplicate.ts';
import { validContent } from './item-content.ts';
import type { AddOptions, AddResult, NewItem } from './new-item.ts';

/** What the gallery of a guild holds. */
export class Items {
  readonly #context: GalleryContext;

  constructor(context: GalleryContext) {
    this.#context = context;
  }

  /**
   * Adds an item under the next number of its guild, unless it is there already.
   *
   * @throws {UserError} `gallery.gallery-full`, and those of `validContent`
   */
  async add(given: NewItem, { transaction, ...options }: AddOptions = {}): Promise<AddResult> {
    const row = rowOf(given);
    await this.#ensureRows(row);
    const { maxItems } = await this.#context.settings.get(given.guildId);
    const add = (within: GalleryTransaction) => this.#add({ given, row, maxItems }, options, within);
    return transaction ? add(transaction) : this.#context.db.transaction().execute(add);
  }

  /** What is there already of an item that is not added yet, so that nothing is posted in vain. `add` looks again. */
  async findDuplicate(traits: Traits): Promise<Duplicate | undefined> {
    const { db } = this.#context;
    return (await findSameMessage(db, traits)) ?? (await findSameContent(db, traits));
  }

  /** The item that came from a message. */
  findBySource(guildId: Snowflake, messageId: Snowflake): Promise<Item | undefined> {
    return new DuplicateRepository(this.#context.db).findBySource(guildId, messageId);
  }

  find(key: ItemKey): Promise<Item | undefined> {
    return new ItemRepository(this.#context.db).find(key);
  }

  /** @throws {UserError} `gallery.item-not-found`, also for deleted items */
  get(key: ItemKey): Promise<Item> {
    return new ItemRepository(this.#context.db).get(key);
  }

  /** The item, also when it is deleted. @throws {UserError} `gallery.item-not-found` */
  getDeletedOrLive(key: ItemKey): Promise<Item> {
    return new ItemRepository(this.#context.db).getDeletedOrLive(key);
  }

  /** How many items a guild has that are not deleted. */
  count(guildId: Snowflake): Promise<number> {
    return new ItemRepository(this.#context.db).count(guildId);
  }

  async #add(
    {
      given,
      row,
      maxItems,
    }: { readonly given: NewItem; readonly row: NewItemRow; readonly maxItems: number },
    { allowDuplicates, action = 'gallery.add', isRecorded = true }: Omit<AddOptions, 'transaction'>,
    transaction: GalleryTransaction,
  ): Promise<AddResult> {
    const items = new ItemRepository(transaction);
    await items.lock(given.guildId);
    const traits = { ...given, url: row.url, sourceMessageId: given.source?.messageId };
    const duplicate =
      (await findSameMessage(transaction, traits)) ??
      (allowDuplicates ? undefined : await findSameContent(transaction, traits));
    if (duplicate) return { outcome: 'duplicate', ...duplicate };
    if ((await items.count(given.guildId)) >= maxItems) throw new UserError(galleryFull(maxItems));

    const item = await items.add(row);
    await new FileRepository(transaction).add(item, given.files ?? []);
    if (!isRecorded) return { outcome: 'added', item };
    await this.#context.audit.record({
      guildId: item.guildId,
      ...(item.addedBy && { userId: item.addedBy }),
      action,
      target: `item #${item.number}`,
      details: { item: item.number, kind: item.kind },
      reversal: { item: item.number },
      transaction,
    });
    return { outcome: 'added', item };
  }

  async #ensureRows({ guildId, addedBy, creatorId, sourceAuthorId }: NewItemRow): Promise<void> {
    const people = [addedBy, creatorId, sourceAuthorId].filter((id) => id !== undefined && id !== null);
    await this.#context.ensureGuild(guildId);
    await Promise.all(people.map((id) => this.#context.ensureUser(id)));
  }
}

function rowOf({ guildId, kind, addedBy, addedAt, source, posted, placeId, ...given }: NewItem): NewItemRow {
  return {
    guildId,
    kind,
    ...validContent(given),
    addedBy: addedBy ?? null,
    ...(addedAt && { addedAt }),
    sourceChannelId: source?.channelId ?? null,
    sourceMessageId: source?.messageId ?? null,
    sourceUrl: source?.url ?? null,
    sourceAuthorId: source?.authorId ?? null,
    postedChannelId: posted?.channelId ?? null,
    postedMessageId: posted?.messageId ?? null,
    placeId: placeId ?? posted?.channelId ?? null,
  };
}
