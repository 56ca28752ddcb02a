import { UserError } from '@twi/sdk';
import { DiscordAPIError, type Message, type Snowflake } from 'discord.js';
import type { GalleryContext } from '../../context.ts';
import {
  type DraftKey,
  type OwnDraft,
  type RepostDraft,
  RepostDraftRepository,
} from '../../database/repost-draft-repository.ts';
import type { Item } from '../../database/item-repository.ts';
import { galleryFull } from '../../errors.ts';
import type { ItemChanges } from '../../items/item-changes.ts';
import type { Items } from '../../items/items.ts';
import type { RepostSlots } from '../files/repost-slots.ts';
import type { RepostDrafts } from '../repost-drafts.ts';
import { alreadyPosting, postedMeanwhile, postRefused, rivalPosts, startAgain } from '../repost-refusals.ts';
import { PostSender, type ReadyDraft } from './post-sender.ts';
import { RecordedElsewhereError, recordPost } from './record-post.ts';
import { deletePost, openThread } from './send-post.ts';

/** A repost that is in the gallery. */
export interface Reposted {
  readonly draft: RepostDraft;
  readonly item: Item;
}

interface Parts {
  readonly items: Items;
  readonly changes: ItemChanges;
  readonly drafts: RepostDrafts;
  readonly slots: RepostSlots;
}

/**
 * Posts drafts: claimed in the database first, then sent, then recorded. So two clicks, or two processes, post once; and
 * what a crash interrupts is found again, as a message of the bot that looks like the draft.
 */
export class Reposter {
  readonly #context: GalleryContext;
  readonly #parts: Parts;
  readonly #repository: RepostDraftRepository;
  readonly #sender: PostSender;

  constructor(context: GalleryContext, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
    this.#repository = new RepostDraftRepository(context.db);
    this.#sender = new PostSender(context, parts.slots);
  }

  /**
   * Posts a draft.
   *
   * @throws {UserError} why it cannot be posted; then the draft is open again
   */
  async post(key: OwnDraft): Promise<Reposted> {
    const { draft } = await this.#parts.drafts.get(key);
    return this.#attempt(await this.#claim(draft));
  }

  /**
   * Posts once more what was taken back, under its number.
   *
   * @throws {UserError} why it cannot be posted; then the item is still removed
   */
  async postAgain(posted: RepostDraft, moderatorId: Snowflake): Promise<Reposted> {
    const draft = await this.#repository.claimAgain(posted, moderatorId);
    if (!draft) throw new UserError(alreadyPosting());
    return this.#attempt(draft);
  }

  /**
   * Concludes a draft whose process died: records what was posted, or opens it again where nothing was.
   *
   * @returns what it became; `undefined` where nothing was to be settled, or nothing was posted
   */
  async settle(key: DraftKey): Promise<Reposted | undefined> {
    const draft = await this.#repository.takeOver(key);
    if (!draft) return undefined;
    return this.#recover(draft);
  }

  /** Opens the thread for comments; doing it twice does no harm. */
  async finish({ draft, item }: Reposted): Promise<void> {
    const { destination } = await this.#parts.drafts.viewOf(draft);
    if (!destination || destination.channel.id !== item.postedChannelId || !item.postedMessageId) return;
    if (!destination.channel.isTextBased()) return;
    await openThread(destination, await destination.channel.messages.fetch(item.postedMessageId), item.title);
  }

  async #claim(open: RepostDraft): Promise<RepostDraft> {
    const claimed = await this.#context.db.transaction().execute(async (transaction) => {
      const drafts = new RepostDraftRepository(transaction);
      await drafts.lockSource(open);
      const rival = await drafts.findRival(open);
      if (rival) throw new UserError(rivalPosts(rival.moderatorId, open.channelId ?? ''));
      const twin = await drafts.findTwin(open);
      return twin === undefined ? drafts.claim(open) : twin;
    });
    if (typeof claimed === 'number') {
      // Whoever presses again has read it.
      await this.#parts.drafts.decide(open, {});
      throw new UserError(postedMeanwhile(claimed, open.channelId ?? ''));
    }
    if (claimed) return claimed;
    await this.#parts.drafts.get(open);
    throw new UserError(startAgain());
  }

  async #attempt(draft: RepostDraft): Promise<Reposted> {
    try {
      return await this.#send(draft);
    } catch (error) {
      // Whoever refuses has posted nothing, and Discord's own refusals say so, too. Of anything else nobody knows.
      if (error instanceof DiscordAPIError) {
        await this.#repository.release(draft);
        throw refusalOf(error, draft);
      }
      if (error instanceof RecordedElsewhereError) return this.#recordedElsewhere(draft, error);
      if (!(error instanceof UserError)) return this.#settleClaimed(draft, error);
      await this.#repository.release(draft);
      throw error;
    }
  }

  async #send(draft: RepostDraft): Promise<Reposted> {
    const ready = await this.#ready(draft);
    await this.#parts.drafts.assertWanted(draft.guildId, ready.work.source);
    await this.#assertRoom(draft.guildId);
    return this.#record(ready, await this.#sender.send(ready));
  }

  async #ready(draft: RepostDraft): Promise<ReadyDraft> {
    return this.#sender.ready(await this.#parts.drafts.viewOf(draft));
  }

  async #record({ draft, work }: ReadyDraft, post: Message<true>): Promise<Reposted> {
    try {
      return { draft, item: await recordPost(this.#context, this.#parts, { draft, work, post }) };
    } catch (error) {
      // It became full meanwhile: what nobody can find in the gallery should not hang there.
      if (error instanceof UserError) await deletePost(post);
      throw error;
    }
  }

  /** Another process took over, since this one was so slow, and found the post. */
  async #recordedElsewhere(key: DraftKey, error: RecordedElsewhereError): Promise<Reposted> {
    const draft = await this.#repository.find(key);
    if (!draft || draft.itemNumber === null) throw error;
    const number = draft.itemNumber;
    return { draft, item: await this.#parts.items.get({ guildId: key.guildId, number }) };
  }

  /** Looks what became of a post of which nobody knows whether Discord took it. */
  async #settleClaimed(draft: RepostDraft, error: unknown): Promise<Reposted> {
    const recovered = await this.#recover(draft);
    if (recovered) return recovered;
    throw error;
  }

  async #recover(draft: RepostDraft): Promise<Reposted | undefined> {
    const ready = await this.#ready(draft).catch((error: unknown) => {
      if (error instanceof UserError) return undefined;
      throw error;
    });
    const [first, ...others] = ready ? await this.#sender.find(ready) : [];
    if (!ready || !first) {
      await this.#repository.release(draft);
      return undefined;
    }
    for (const other of others) await deletePost(other);
    return this.#record(ready, first);
  }

  /** @throws {UserError} `gallery.gallery-full` */
  async #assertRoom(guildId: string): Promise<void> {
    const { maxItems } = await this.#context.settings.get(guildId);
    if ((await this.#parts.items.count(guildId)) >= maxItems) throw new UserError(galleryFull(maxItems));
  }
}

function refusalOf(error: DiscordAPIError, { channelId }: RepostDraft): UserError {
  return new UserError(postRefused(channelId ?? '', `Discord says "${error.message}".`));
}
