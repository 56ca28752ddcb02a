import type { GuildMember, Message } from 'discord.js';
import type { GalleryContext } from '../context.ts';
import { type DraftKey, type OwnDraft, RepostDraftRepository } from '../database/repost-draft-repository.ts';
import type { Item, ItemKey } from '../database/item-repository.ts';
import type { Destinations } from '../destinations/destinations.ts';
import type { ItemChanges } from '../items/item-changes.ts';
import type { Items } from '../items/items.ts';
import { AuthorNotices } from './authors/author-notices.ts';
import { AuthorWishes } from './authors/author-wishes.ts';
import type { NoticeState } from './authors/notice-state.ts';
import type { DraftView } from './draft-view.ts';
import { RepostSlots } from './files/repost-slots.ts';
import { type Reposted, Reposter } from './posting/reposter.ts';
import { RepostDrafts } from './repost-drafts.ts';
import type { RepostForm } from './repost-form.ts';
import type { RepostPreview } from './repost-preview.ts';
import { RepostPreviews } from './repost-previews.ts';
import { DeletedMessages } from './upkeep/deleted-messages.ts';
import { RepostReversals } from './upkeep/repost-reversals.ts';

/** The most that are found at a time. */
const BATCH_SIZE = 50;

interface Parts {
  readonly items: Items;
  readonly changes: ItemChanges;
  readonly destinations: Destinations;
}

/** Messages of members that staff put into the gallery. */
export class Reposts {
  /** What is being prepared. */
  readonly drafts: RepostDrafts;
  /** What authors decide about their own work. */
  readonly wishes: AuthorWishes;
  /** What becomes of reposts when messages are deleted. */
  readonly deletedMessages: DeletedMessages;
  /** How a repost is taken back, and done again. */
  readonly reversals: RepostReversals;
  readonly #context: GalleryContext;
  readonly #previews: RepostPreviews;
  readonly #reposter: Reposter;
  readonly #notices: AuthorNotices;
  readonly #items: Items;

  constructor(context: GalleryContext, { items, changes, destinations }: Parts) {
    const slots = new RepostSlots();
    this.#context = context;
    this.#items = items;
    this.drafts = new RepostDrafts(context, destinations);
    this.wishes = new AuthorWishes(context, items);
    this.deletedMessages = new DeletedMessages(context);
    this.#previews = new RepostPreviews(context, { items, drafts: this.drafts, slots });
    this.#reposter = new Reposter(context, { items, changes, drafts: this.drafts, slots });
    this.reversals = new RepostReversals(context, { items, changes, reposter: this.#reposter });
    this.#notices = new AuthorNotices(context);
  }

  /** Begins the repost of a message. @throws {UserError} why it cannot be reposted */
  begin(message: Message<true>, moderator: GuildMember): Promise<DraftView> {
    return this.drafts.begin(message, moderator);
  }

  /** Keeps what the form says, and lets the preview be shown while its files are in memory. */
  fillIn(
    key: OwnDraft,
    form: RepostForm,
    show: (preview: RepostPreview) => Promise<void>,
  ): Promise<DraftView | undefined> {
    return this.#previews.fillIn(key, form, show);
  }

  /** Posts a draft and tells the author. @throws {UserError} why it cannot be posted; then the draft is open again */
  async post(key: OwnDraft): Promise<Reposted & { readonly notice: NoticeState | undefined }> {
    const reposted = await this.#reposter.post(key);
    return { ...reposted, notice: await this.#finish(reposted) };
  }

  /** Posts an item again that was taken back. @throws {UserError} why it cannot come back */
  async repeat(key: ItemKey, member: GuildMember): Promise<Item> {
    const reposted = await this.reversals.repeat(key, member);
    await this.#finish(reposted);
    return reposted.item;
  }

  /** Sends a job for each repost that a crash interrupted. */
  async resumeInterrupted(): Promise<void> {
    const { db, jobs } = this.#context;
    for (const { guildId, id } of await new RepostDraftRepository(db).listUnsettled(BATCH_SIZE))
      await jobs.send('settle-repost', { guildId, id }, { key: `${guildId}/${id}` });
  }

  /** Concludes a repost that a crash interrupted, unless another process is at it. */
  async settle(key: DraftKey): Promise<void> {
    try {
      const reposted = (await this.#reposter.settle(key)) ?? (await this.#posted(key));
      if (reposted) await this.#finish(reposted);
    } catch (error) {
      // What cannot be settled now, for example in a guild that is away, is found again in a minute.
      this.#context.logger.warn(`The repost ${key.id} could not be settled; it is tried again.`, error);
    }
  }

  async #posted(key: DraftKey): Promise<Reposted | undefined> {
    const draft = await new RepostDraftRepository(this.#context.db).find(key);
    if (!draft || draft.itemNumber === null) return undefined;
    const item = await this.#items.find({ guildId: key.guildId, number: draft.itemNumber });
    return item && { draft, item };
  }

  async #finish(reposted: Reposted): Promise<NoticeState | undefined> {
    try {
      await this.#reposter.finish(reposted);
    } catch (error) {
      // The post is there; a thread under it is worth less than the truth about it.
      this.#context.logger.warn(`No thread could be opened under item #${reposted.item.number}.`, error);
    }
    return this.#notices.tell(reposted);
  }
}
