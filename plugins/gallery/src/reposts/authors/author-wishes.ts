import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { GalleryContext } from '../../context.ts';
import { type ItemKey, ItemRepository } from '../../database/item-repository.ts';
import { OptOutRepository } from '../../database/opt-out-repository.ts';
import { WithdrawalRepository } from '../../database/withdrawal-repository.ts';
import type { Items } from '../../items/items.ts';
import { removePost } from '../posting/remove-post.ts';
import { alreadyRemoved, galleryOff, notYours } from '../repost-refusals.ts';

const IRREVERSIBLE =
  'The author had their own work removed, so it cannot be brought back. Ask them; if they agree, repost it anew.';

/** What authors decide about their own work. Each checks that it is theirs, and that the gallery is on. */
export class AuthorWishes {
  readonly #context: GalleryContext;
  readonly #items: Items;

  constructor(context: GalleryContext, items: Items) {
    this.#context = context;
    this.#items = items;
  }

  /**
   * Removes a work and its post for its author, for good: staff cannot restore it.
   *
   * @throws {UserError} `gallery.repost-not-yours`, `gallery.repost-already-removed`, `gallery.repost-gallery-off`
   */
  async remove(key: ItemKey, userId: Snowflake): Promise<void> {
    const item = await this.#own(key, userId);
    if (item.deletedAt) throw new UserError(alreadyRemoved());
    // First what everybody sees: after a crash in between, a second click does the rest.
    await removePost(this.#context, item);
    await this.#context.db.transaction().execute(async (transaction) => {
      const items = new ItemRepository(transaction);
      await items.lock(key.guildId);
      if (!(await items.setDeleted(key, true))) throw new UserError(alreadyRemoved());
      await new WithdrawalRepository(transaction).add(key);
      await this.#context.audit.record({
        guildId: key.guildId,
        userId,
        action: 'gallery.withdraw',
        target: `item #${key.number}`,
        details: { item: key.number },
        irreversibleBecause: IRREVERSIBLE,
        transaction,
      });
    });
  }

  /** Lets nobody repost the author any more, or lets them again. @throws {UserError} as `remove` */
  async setOptOut(key: ItemKey, userId: Snowflake, isOut: boolean): Promise<void> {
    const { guildId } = await this.#own(key, userId);
    await this.#context.ensureUser(userId);
    await this.#context.db.transaction().execute(async (transaction) => {
      const optOuts = new OptOutRepository(transaction);
      await (isOut ? optOuts.add({ guildId, userId }) : optOuts.remove({ guildId, userId }));
      await this.#context.audit.record({
        guildId,
        userId,
        action: isOut ? 'gallery.opt-out' : 'gallery.opt-in',
        irreversibleBecause: 'It is their own decision about their own work.',
        transaction,
      });
    });
  }

  async #own(key: ItemKey, userId: Snowflake) {
    // The buttons are in direct messages, where no server can have switched the gallery off.
    if (!this.#context.services.get('gallery', key.guildId)) throw new UserError(galleryOff());
    const item = await this.#items.getDeletedOrLive(key);
    if (item.sourceAuthorId !== userId) throw new UserError(notYours());
    return item;
  }
}
