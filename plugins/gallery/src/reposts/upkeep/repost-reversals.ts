import { UserError } from '@twi/sdk';
import type { GuildMember } from 'discord.js';
import type { GalleryContext } from '../../context.ts';
import type { Item, ItemKey } from '../../database/item-repository.ts';
import { type RepostDraft, RepostDraftRepository } from '../../database/repost-draft-repository.ts';
import { RepostedItemRepository } from '../../database/reposted-item-repository.ts';
import { itemDeleted, itemNotDeleted } from '../../errors.ts';
import type { ItemChanges } from '../../items/item-changes.ts';
import type { Items } from '../../items/items.ts';
import { FileLoader, type LoadedFile } from '../files/file-loader.ts';
import { fingerprintsOf } from '../files/fingerprint.ts';
import type { RepostSlots } from '../files/repost-slots.ts';
import { uploadLimit } from '../files/upload-limit.ts';
import { assertPostable } from '../posting/assert-postable.ts';
import { newItemOf } from '../posting/new-item-of.ts';
import { postContent } from '../posting/post-content.ts';
import { removePost } from '../posting/remove-post.ts';
import { deletePost, openThread, sendPost } from '../posting/send-post.ts';
import type { RepostDrafts } from '../repost-drafts.ts';
import { destinationGone, sourceGone } from '../repost-refusals.ts';
import { workOf } from '../work-of.ts';

interface Parts {
  readonly items: Items;
  readonly changes: ItemChanges;
  readonly drafts: RepostDrafts;
  readonly slots: RepostSlots;
}

/** Takes reposts back, and does them again. */
export class RepostReversals {
  readonly #context: GalleryContext;
  readonly #parts: Parts;
  readonly #loader: FileLoader;

  constructor(context: GalleryContext, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
    this.#loader = new FileLoader(context);
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
  async repeat(key: ItemKey, member: GuildMember): Promise<Item> {
    const { items, drafts, changes } = this.#parts;
    const item = await items.getDeletedOrLive(key);
    if (!item.deletedAt) throw new UserError(itemNotDeleted(key.number));
    const draft = await new RepostDraftRepository(this.#context.db).findByItem(key.guildId, key.number);
    if (!draft) throw new UserError(sourceGone(key.number));
    await drafts.assertWanted(key.guildId, draft.source);
    // Whatever forbids the item to come back says so before anything is posted.
    const restored = await changes.restore(key, member.id);
    try {
      await this.#postAgain(draft, restored);
    } catch (error) {
      await changes.remove(key, member.id);
      throw error;
    }
    return items.get(key);
  }

  async #postAgain(draft: RepostDraft, item: Item): Promise<void> {
    const { choice, destination } = await this.#parts.drafts.viewOf(draft);
    const { form, fingerprints, channelId } = draft;
    if (!choice || !form || !fingerprints) throw new UserError(sourceGone(item.number));
    if (!destination || destination.channel.id !== channelId)
      throw new UserError(destinationGone(channelId ?? ''));
    const { channel } = destination;
    const work = await workOf(this.#context, { draft, form, choice, fingerprints, channel });
    const copied = choice.files.filter((file) => !work.uncopied.includes(file));
    await assertPostable(destination, { withFiles: copied.length > 0 });
    const content = postContent(work);
    const post = await this.#parts.slots.run(async () => {
      const loaded = await this.#loader.load(copied, uploadLimit(channel.guild));
      await assertSame(loaded, draft, item.number);
      const { title, tags } = form;
      return sendPost(destination, { title, tags, content, loaded, nonce: `again-${draft.id}` });
    });
    try {
      const { posted, files = [] } = newItemOf(draft, work, post);
      const moved = new RepostedItemRepository(this.#context.db);
      if (posted) await moved.move(item, posted, files);
    } catch (error) {
      await deletePost(post);
      throw error;
    }
    await openThread(destination, post, item.title);
  }
}

/** What is posted again must be what was posted. @throws {UserError} `gallery.repost-source-gone` */
async function assertSame(
  loaded: readonly LoadedFile[],
  { fingerprints }: RepostDraft,
  number: number,
): Promise<void> {
  const expected = (fingerprints ?? []).filter((print) => print !== null).map(({ sha256 }) => sha256);
  const found = (await fingerprintsOf(loaded)).map((print) => print?.sha256);
  if (expected.join() !== found.join()) throw new UserError(sourceGone(number));
}
