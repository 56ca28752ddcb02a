import { UserError } from '@twi/sdk';
import type { GuildMember, Snowflake } from 'discord.js';
import type { GalleryContext, GalleryTransaction } from '../../context.ts';
import {
  type EntryKey,
  type ImportEntry,
  ImportEntryRepository,
} from '../../database/import-entry-repository.ts';
import type { EntryState, ImportEntriesTable } from '../../database/import-tables.ts';
import { type Item, ItemRepository } from '../../database/item-repository.ts';
import { galleryFull, itemDeleted } from '../../errors.ts';
import type { Items } from '../../items/items.ts';
import { extract } from '../extraction/extract.ts';
import { alreadyDecided, duplicateOf, mayNotSeeImport, sourceGone, titleMissing } from '../import-errors.ts';
import { itemOfPost } from '../item-of-post.ts';
import { canSee } from '../visible-channels.ts';
import type { Updateable } from 'kysely';
import { findPost, type FoundPost } from './find-post.ts';

/** What a reviewer says about a post. */
export interface ReviewedContent {
  readonly title: string;
  readonly creator: string | null;
  readonly creatorId: Snowflake | null;
  readonly tags: readonly string[];
  readonly nsfw: boolean;
}

/** A post that waits for somebody to look at it. */
export interface Waiting {
  readonly entry: ImportEntry;
  /** `undefined` when it was deleted, or nobody may read it any more. */
  readonly found: FoundPost | undefined;
  /** How many wait, this one included. */
  readonly remaining: number;
}

/** What imports found and nobody could read for sure. Each is decided on once, whoever looks at it. */
export class Reviews {
  readonly #context: GalleryContext;
  readonly #entries: ImportEntryRepository;
  readonly #items: Items;

  constructor(context: GalleryContext, items: Items) {
    this.#context = context;
    this.#entries = new ImportEntryRepository(context.db);
    this.#items = items;
  }

  /** The next post that waits after another one, from the beginning again after the last; only of channels that the member sees. */
  async next(member: GuildMember, afterId?: string): Promise<Waiting | undefined> {
    const guildId = member.guild.id;
    const channels = (await this.#entries.listChannels(guildId)).filter((id) => canSee(member, id));
    const entry =
      (await this.#entries.findNext(guildId, channels, afterId)) ??
      (afterId === undefined ? undefined : await this.#entries.findNext(guildId, channels));
    if (!entry) return undefined;
    const remaining = await this.#entries.countWaiting(guildId, channels);
    return { entry, found: await findPost(this.#context.client, entry), remaining };
  }

  /** @throws {UserError} `gallery.entry-not-found`, `gallery.may-not-see-import` */
  async get(key: EntryKey, member: GuildMember): Promise<ImportEntry> {
    const entry = await this.#entries.get(key);
    if (!canSee(member, entry.channelId)) throw new UserError(mayNotSeeImport());
    return entry;
  }

  /**
   * Makes a post an item, as it was read or as the reviewer says.
   *
   * @throws {UserError} `gallery.already-decided`, `gallery.source-gone`, `gallery.title-missing`, `gallery.import-duplicate`, and those of
   * `get` and of adding an item
   */
  async accept(key: EntryKey, member: GuildMember, given?: ReviewedContent): Promise<Item> {
    const entry = await this.get(key, member);
    const content = given ?? contentOf(entry);
    const found = await findPost(this.#context.client, entry);
    if (!found) throw new UserError(entry.state === 'review' ? sourceGone() : decided(entry));
    const origin = { addedBy: member.id, placeId: entry.channelId };
    const item = itemOfPost(found.post, extract(found.post), { ...content, ...origin });
    return this.#decide(key, member, async (transaction) => {
      const result = await this.#items.add(item, { transaction, allowDuplicates: true, isRecorded: false });
      if (result.outcome === 'duplicate') throw new UserError(duplicateOf(result.number));
      const { number } = result.item;
      const { title, creator, creatorId, tags, nsfw } = result.item;
      const values = { state: 'accepted', number, title, creator, creatorId, tags, nsfw } as const;
      return { values, action: 'gallery.review-accept', reversal: { item: number }, result: result.item };
    });
  }

  /** Leaves a post out. @throws {UserError} `gallery.already-decided` and those of `get` */
  async skip(key: EntryKey, member: GuildMember): Promise<void> {
    await this.get(key, member);
    await this.#decide(key, member, () =>
      Promise.resolve({
        values: { state: 'skipped' },
        action: 'gallery.review-skip',
        reversal: {},
        result: undefined,
      }),
    );
  }

  /** Lets a post wait again that was accepted as an item, and removes the item. @throws {UserError} */
  async takeBack(key: EntryKey, number: number, member: GuildMember): Promise<void> {
    await this.get(key, member);
    await this.#context.db.transaction().execute(async (transaction) => {
      const items = new ItemRepository(transaction);
      await items.lock(key.guildId);
      if (!(await items.setDeleted({ guildId: key.guildId, number }, true)))
        throw new UserError(itemDeleted(number));
      await this.#move(key, 'accepted', undecided, transaction);
    });
  }

  /** Makes a post again the item that it was. @throws {UserError} */
  async acceptAgain(key: EntryKey, number: number, member: GuildMember): Promise<void> {
    await this.get(key, member);
    const { maxItems } = await this.#context.settings.get(key.guildId);
    await this.#context.db.transaction().execute(async (transaction) => {
      const items = new ItemRepository(transaction);
      await items.lock(key.guildId);
      await this.#move(key, 'review', { ...decidedBy(member), state: 'accepted', number }, transaction);
      if ((await items.count(key.guildId)) >= maxItems) throw new UserError(galleryFull(maxItems));
      await items.setDeleted({ guildId: key.guildId, number }, false);
    });
  }

  /** Lets a post wait again that was skipped. @throws {UserError} `gallery.already-decided` */
  async reopen(key: EntryKey, member: GuildMember): Promise<void> {
    await this.get(key, member);
    await this.#move(key, 'skipped', undecided);
  }

  /** Skips a post again. @throws {UserError} `gallery.already-decided` */
  async skipAgain(key: EntryKey, member: GuildMember): Promise<void> {
    await this.get(key, member);
    await this.#move(key, 'review', { ...decidedBy(member), state: 'skipped' });
  }

  /** Decides on a post that waits, while nobody else does. */
  async #decide<Result>(
    key: EntryKey,
    member: GuildMember,
    decision: (transaction: GalleryTransaction) => Promise<{
      readonly values: Updateable<ImportEntriesTable> & { readonly state: EntryState };
      readonly action: string;
      readonly reversal: Readonly<Record<string, unknown>>;
      readonly result: Result;
    }>,
  ): Promise<Result> {
    await this.#context.ensureUser(member.id);
    return this.#context.db.transaction().execute(async (transaction) => {
      // First the row, so that of two reviewers the second waits, and then finds it decided.
      await this.#move(key, 'review', { ...decidedBy(member), state: 'skipped' }, transaction);
      const { values, action, reversal, result } = await decision(transaction);
      if (values.state !== 'skipped') await this.#move(key, 'skipped', values, transaction);
      await this.#context.audit.record({
        guildId: key.guildId,
        userId: member.id,
        action,
        target: `post ${key.id}`,
        details: { entry: key.id, ...reversal },
        reversal: { entry: key.id, ...reversal },
        transaction,
      });
      return result;
    });
  }

  async #move(
    key: EntryKey,
    from: EntryState,
    values: Updateable<ImportEntriesTable>,
    transaction?: GalleryTransaction,
  ): Promise<void> {
    const entries = transaction ? new ImportEntryRepository(transaction) : this.#entries;
    const moved = await entries.change(key, from, values);
    if (!moved) throw new UserError(decided(await entries.get(key)));
  }
}

const undecided = { state: 'review', number: null, decidedBy: null, decidedAt: null } as const;

function decidedBy({ id }: GuildMember) {
  return { decidedBy: id, decidedAt: new Date() };
}

function contentOf({ title, creator, creatorId, tags, nsfw }: ImportEntry): ReviewedContent {
  if (title === null) throw new UserError(titleMissing());
  return { title, creator, creatorId, tags, nsfw };
}

function decided({ state, decidedBy: who }: ImportEntry): UserError.Options {
  return alreadyDecided(state === 'review' ? 'put back for review' : state, who);
}
