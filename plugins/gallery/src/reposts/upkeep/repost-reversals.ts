import { UserError } from '@twi/sdk';
import type { GuildMember } from 'discord.js';
import type { GalleryContext } from '../../context.ts';
import type { Item, ItemKey } from '../../database/item-repository.ts';
import { RepostDraftRepository } from '../../database/repost-draft-repository.ts';
import { itemDeleted } from '../../errors.ts';
import type { ItemChanges } from '../../items/item-changes.ts';
import type { Items } from '../../items/items.ts';
import { removePost } from '../posting/remove-post.ts';
import type { Reposted, Reposter } from '../posting/reposter.ts';
import { sourceGone } from '../repost-refusals.ts';

interface Parts {
  readonly items: Items;
  readonly changes: ItemChanges;
  readonly reposter: Reposter;
}

/** Takes reposts back, and does them again. */
export class RepostReversals {
  readonly #context: GalleryContext;
  readonly #parts: Parts;

  constructor(context: GalleryContext, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Removes an item, which keeps its number, and its post. @throws {UserError} `gallery.item-deleted` */
  async takeBack(key: ItemKey, member: GuildMember): Promise<Item> {
    const item = await this.#parts.items.getDeletedOrLive(key);
    if (item.deletedAt) throw new UserError(itemDeleted(key.number));
    // First the post: where Discord does not let it go, nothing has changed.
    await removePost(this.#context, item);
    return this.#parts.changes.remove(key, member.id);
  }

  /**
   * Posts an item again under its number, as long as the original is there with the same files.
   *
   * @throws {UserError} `gallery.repost-source-gone`, `gallery.item-not-deleted`, and what may stand in the way of a repost
   */
  async repeat(key: ItemKey, member: GuildMember): Promise<Reposted> {
    const { changes, reposter } = this.#parts;
    // Whatever forbids the item to come back says so before anything is posted.
    await changes.assertRestorable(key);
    const draft = await new RepostDraftRepository(this.#context.db).findByItem(key.guildId, key.number);
    if (!draft) throw new UserError(sourceGone(key.number));
    await this.#context.ensureUser(member.id);
    return reposter.postAgain(draft, member.id);
  }
}
