import { UserError } from '@twi/sdk';
import { ChannelType } from 'discord.js';
import type { GalleryContext } from '../context.ts';
import type { OwnDraft } from '../database/repost-draft-repository.ts';
import type { Items } from '../items/items.ts';
import { validTags } from '../items/tags.ts';
import type { DraftView } from './draft-view.ts';
import { FileLoader } from './files/file-loader.ts';
import { type Fingerprint, fingerprintsOf } from './files/fingerprint.ts';
import type { RepostSlots } from './files/repost-slots.ts';
import { uploadLimit } from './files/upload-limit.ts';
import { assertPostable } from './posting/assert-postable.ts';
import { forumTags } from './posting/forum-tags.ts';
import type { Work } from './posting/post-content.ts';
import type { RepostDrafts } from './repost-drafts.ts';
import type { RepostForm } from './repost-form.ts';
import type { FoundDuplicate, RepostPreview } from './repost-preview.ts';
import { startAgain } from './repost-refusals.ts';
import { workOf } from './work-of.ts';

/** Shows moderators what they are about to post, and what of it is there already. */
export class RepostPreviews {
  readonly #context: GalleryContext;
  readonly #items: Items;
  readonly #drafts: RepostDrafts;
  readonly #slots: RepostSlots;
  readonly #loader: FileLoader;

  constructor(
    context: GalleryContext,
    {
      items,
      drafts,
      slots,
    }: { readonly items: Items; readonly drafts: RepostDrafts; readonly slots: RepostSlots },
  ) {
    this.#context = context;
    this.#items = items;
    this.#drafts = drafts;
    this.#slots = slots;
    this.#loader = new FileLoader(context);
  }

  /**
   * Keeps what was said about a repost, and lets it be shown.
   *
   * @returns the draft where it is not shown yet, since NSFW work must go elsewhere; else nothing
   * @throws {UserError} what cannot be posted like this
   */
  async fillIn(
    key: OwnDraft,
    form: RepostForm,
    show: (preview: RepostPreview) => Promise<void>,
  ): Promise<DraftView | undefined> {
    await this.#drafts.decide(key, { form });
    const view = await this.#drafts.get(key);
    const { draft, destination } = view;
    // What became NSFW must go elsewhere, and the moderator should see where.
    if (destination?.channel.id !== draft.channelId)
      await this.#drafts.aim(key, destination?.channel.id ?? null);
    if (!destination || destination.channel.id !== draft.channelId) return view;
    await this.#slots.run(async () => show(await this.#preview(view, form)));
    return undefined;
  }

  /** The files are in memory for as long as the slot is held. */
  async #preview(view: DraftView, form: RepostForm): Promise<RepostPreview> {
    const { draft, choice, destination } = view;
    if (!choice || !destination) throw new UserError(startAgain());
    validTags(form.tags);
    await assertPostable(destination, { withFiles: choice.files.length > 0 });
    if (destination.channel.type === ChannelType.GuildForum)
      forumTags(destination.channel, [...form.tags, ...destination.destination.defaultTags]);
    const known = draft.fingerprints;
    const loaded = known
      ? undefined
      : await this.#loader.load(choice.files, uploadLimit(destination.channel.guild));
    const fingerprints = known ?? (await fingerprintsOf(loaded ?? []));
    if (!known) await this.#drafts.decide(draft, { fingerprints });
    const work = await workOf(this.#context, {
      draft,
      form,
      choice,
      fingerprints,
      channel: destination.channel,
    });
    return { view, work, loaded, duplicate: await this.#duplicateOf(work, fingerprints, draft.guildId) };
  }

  async #duplicateOf(
    { source, choice }: Work,
    fingerprints: readonly (Fingerprint | null)[],
    guildId: string,
  ): Promise<FoundDuplicate | undefined> {
    const found = await this.#items.findDuplicate({
      guildId,
      sourceMessageId: source.messageId,
      url: choice.link?.url,
      files: fingerprints.filter((print) => print !== null),
    });
    if (!found) return undefined;
    const item = await this.#items.find({ guildId, number: found.number });
    return item && { by: found.by, item };
  }
}
