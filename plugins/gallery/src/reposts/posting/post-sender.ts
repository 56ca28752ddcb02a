import { UserError } from '@twi/sdk';
import type { Message } from 'discord.js';
import type { GalleryContext } from '../../context.ts';
import {
  decidedAt,
  type RepostDraft,
  RepostDraftRepository,
} from '../../database/repost-draft-repository.ts';
import type { OpenDestination } from '../../destinations/destinations.ts';
import { validTags } from '../../items/tags.ts';
import type { DraftView } from '../draft-view.ts';
import { FileLoader, type LoadedFile } from '../files/file-loader.ts';
import { sha256Of } from '../files/fingerprint.ts';
import type { RepostSlots } from '../files/repost-slots.ts';
import { uploadLimit } from '../files/upload-limit.ts';
import { destinationGone, filesChanged, sourceGone, startAgain } from '../repost-refusals.ts';
import { workOf } from '../work-of.ts';
import { assertPostable } from './assert-postable.ts';
import { findPosts } from './find-posts.ts';
import { postContent, type Work } from './post-content.ts';
import { sendPost } from './send-post.ts';

/** A draft with everything that was decided about it. */
export interface ReadyDraft {
  readonly draft: RepostDraft;
  readonly destination: OpenDestination;
  readonly work: Work;
}

/** Sends the posts of claimed drafts, and finds those that were sent. */
export class PostSender {
  readonly #context: GalleryContext;
  readonly #slots: RepostSlots;
  readonly #repository: RepostDraftRepository;
  readonly #loader: FileLoader;

  constructor(context: GalleryContext, slots: RepostSlots) {
    this.#context = context;
    this.#slots = slots;
    this.#repository = new RepostDraftRepository(context.db);
    this.#loader = new FileLoader(context);
  }

  /** @throws {UserError} what has changed since the preview */
  async ready({ draft, choice, destination }: DraftView): Promise<ReadyDraft> {
    const { form, fingerprints } = draft;
    if (!choice || !form || !fingerprints) throw new UserError(startAgain());
    validTags(form.tags);
    if (!destination || destination.channel.id !== draft.channelId)
      throw new UserError(destinationGone(draft.channelId ?? ''));
    const { channel } = destination;
    const work = await workOf(this.#context, { draft, form, choice, fingerprints, channel });
    return { draft, destination, work };
  }

  /** @throws {UserError} why nothing was sent */
  async send({ draft, destination, work }: ReadyDraft): Promise<Message<true>> {
    const copied = work.choice.files.filter((file) => !work.uncopied.includes(file));
    await assertPostable(destination, { withFiles: copied.length > 0 });
    return this.#slots.run(async () => {
      const loaded = await this.#loader.load(copied, uploadLimit(destination.channel.guild));
      await assertSame(loaded, draft);
      const { title, tags } = work.form;
      // Downloads may have taken long; from here on, the claim lasts longer than Discord may take to answer.
      if (!(await this.#repository.renew(draft))) throw new UserError(startAgain());
      return sendPost(destination, {
        title,
        tags,
        content: postContent(work),
        loaded,
        nonce: nonceOf(draft),
      });
    });
  }

  /** What was sent of a draft and no item knows of, oldest first. */
  async find({ draft, destination, work }: ReadyDraft): Promise<readonly Message<true>[]> {
    const since = decidedAt(draft);
    const found = await findPosts(destination.channel, { work, content: postContent(work), since });
    const known = await this.#repository.postedAmong(found.map(({ id }) => id));
    return found.filter(({ id }) => !known.has(id));
  }
}

/** Discord would answer with the post that was taken back if it heard the nonce of that one again. */
function nonceOf({ id, itemNumber, expiresAt }: RepostDraft): string {
  return itemNumber === null ? `repost-${id}` : `${id}-${expiresAt.getTime().toString(36)}`;
}

/** What is posted must be what was seen in the preview, file by file: an address may lead elsewhere by now. @throws {UserError} */
async function assertSame(
  loaded: readonly LoadedFile[],
  { fingerprints, itemNumber }: RepostDraft,
): Promise<void> {
  const expected = (fingerprints ?? []).filter((print) => print !== null).map(({ sha256 }) => sha256);
  for (const [index, { bytes }] of loaded.entries())
    if (!bytes || (await sha256Of(bytes)) !== expected[index])
      throw new UserError(itemNumber === null ? filesChanged() : sourceGone(itemNumber));
}
