import { UserError } from '@twi/sdk';
import { DiscordAPIError, type Message } from 'discord.js';
import type { GalleryContext } from '../../context.ts';
import {
  type DraftKey,
  type OwnDraft,
  type RepostDraft,
  RepostDraftRepository,
} from '../../database/repost-draft-repository.ts';
import type { Item } from '../../database/item-repository.ts';
import type { OpenDestination } from '../../destinations/destinations.ts';
import { galleryFull } from '../../errors.ts';
import type { Items } from '../../items/items.ts';
import { validTags } from '../../items/tags.ts';
import type { DraftView } from '../draft-view.ts';
import { FileLoader } from '../files/file-loader.ts';
import type { RepostSlots } from '../files/repost-slots.ts';
import { uploadLimit } from '../files/upload-limit.ts';
import type { RepostDrafts } from '../repost-drafts.ts';
import { destinationGone, postedMeanwhile, postRefused, rivalPosts, startAgain } from '../repost-refusals.ts';
import { workOf } from '../work-of.ts';
import { assertPostable } from './assert-postable.ts';
import { findPosts } from './find-posts.ts';
import { postContent, type Work } from './post-content.ts';
import { RecordedElsewhereError, recordPost } from './record-post.ts';
import { deletePost, openThread, sendPost } from './send-post.ts';

/** A repost that is in the gallery. */
export interface Reposted {
  readonly draft: RepostDraft;
  readonly item: Item;
}

interface Parts {
  readonly items: Items;
  readonly drafts: RepostDrafts;
  readonly slots: RepostSlots;
}

/** A draft with everything that was decided about it. */
interface ReadyDraft {
  readonly draft: RepostDraft;
  readonly destination: OpenDestination;
  readonly work: Work;
}

/**
 * Posts drafts: claimed in the database first, then sent, then recorded. So two clicks, or two processes, post once; and
 * what a crash interrupts is found again, as a message of the bot that looks like the draft.
 */
export class Reposter {
  readonly #context: GalleryContext;
  readonly #parts: Parts;
  readonly #repository: RepostDraftRepository;
  readonly #loader: FileLoader;

  constructor(context: GalleryContext, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
    this.#repository = new RepostDraftRepository(context.db);
    this.#loader = new FileLoader(context);
  }

  /**
   * Posts a draft.
   *
   * @throws {UserError} why it cannot be posted; then the draft is open again
   */
  async post(key: OwnDraft): Promise<Reposted> {
    const view = await this.#parts.drafts.get(key);
    const draft = await this.#claim(view.draft);
    try {
      return await this.#send(await this.#ready({ ...view, draft }));
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
    const { destination } = await this.#viewOf(draft);
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

  async #viewOf(draft: RepostDraft): Promise<DraftView> {
    return this.#parts.drafts.viewOf(draft);
  }

  /** @throws {UserError} what has changed since the preview */
  async #ready({ draft, choice, destination }: DraftView): Promise<ReadyDraft> {
    const { form, fingerprints } = draft;
    if (!choice || !form || !fingerprints) throw new UserError(startAgain());
    validTags(form.tags);
    if (!destination || destination.channel.id !== draft.channelId)
      throw new UserError(destinationGone(draft.channelId ?? ''));
    const { channel } = destination;
    const work = await workOf(this.#context, { draft, form, choice, fingerprints, channel });
    return { draft, destination, work };
  }

  async #send(ready: ReadyDraft): Promise<Reposted> {
    const { draft, destination, work } = ready;
    await this.#parts.drafts.assertWanted(draft.guildId, work.source);
    await this.#assertRoom(draft.guildId);
    const copied = work.choice.files.filter((file) => !work.uncopied.includes(file));
    await assertPostable(destination, { withFiles: copied.length > 0 });
    const post = await this.#parts.slots.run(async () => {
      const loaded = await this.#loader.load(copied, uploadLimit(destination.channel.guild));
      const { title, tags } = work.form;
      const content = postContent(work);
      // Downloads may have taken long; from here on, the claim lasts longer than Discord may take to answer.
      if (!(await this.#repository.renew(draft))) throw new UserError(startAgain());
      return sendPost(destination, { title, tags, content, loaded, nonce: `repost-${draft.id}` });
    });
    return this.#record(ready, post);
  }

  async #record({ draft, work }: ReadyDraft, post: Message<true>): Promise<Reposted> {
    try {
      const item = await recordPost(this.#context, this.#parts.items, { draft, work, post });
      return { draft, item };
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
    const ready = await this.#ready(await this.#viewOf(draft)).catch((error: unknown) => {
      if (error instanceof UserError) return undefined;
      throw error;
    });
    const posts = ready ? await this.#postsOf(ready) : [];
    const [first, ...others] = posts;
    if (!ready || !first) {
      await this.#repository.release(draft);
      return undefined;
    }
    for (const other of others) await deletePost(other);
    return this.#record(ready, first);
  }

  /** Those that no item has yet. */
  async #postsOf({ draft, destination, work }: ReadyDraft): Promise<readonly Message<true>[]> {
    const since = draft.createdAt;
    const found = await findPosts(destination.channel, { work, content: postContent(work), since });
    const known = await this.#repository.postedAmong(found.map(({ id }) => id));
    return found.filter(({ id }) => !known.has(id));
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
