import { UserError } from '@twi/sdk';
import type { GuildMember, Message } from 'discord.js';
import type { GalleryContext } from '../context.ts';
import { OptOutRepository } from '../database/opt-out-repository.ts';
import {
  type DraftDecisions,
  type OwnDraft,
  type RepostDraft,
  RepostDraftRepository,
} from '../database/repost-draft-repository.ts';
import type { Destinations } from '../destinations/destinations.ts';
import { choicesOf } from './detection/choices.ts';
import type { RepostSource } from './detection/repost-source.ts';
import { readSource } from './detection/read-source.ts';
import { assertDestination, type DraftView, viewDraft } from './draft-view.ts';
import {
  alreadyPosted,
  alreadyPosting,
  authorOptedOut,
  nothingToRepost,
  startAgain,
} from './repost-refusals.ts';

/** Reposts that moderators prepare, one step at a time. */
export class RepostDrafts {
  readonly #context: GalleryContext;
  readonly #destinations: Destinations;
  readonly #drafts: RepostDraftRepository;

  constructor(context: GalleryContext, destinations: Destinations) {
    this.#context = context;
    this.#destinations = destinations;
    this.#drafts = new RepostDraftRepository(context.db);
  }

  /**
   * Begins the repost of a message.
   *
   * @throws {UserError} `gallery.repost-opted-out`, `gallery.repost-nothing-there`, `gallery.repost-no-destination`
   */
  async begin(message: Message<true>, moderator: GuildMember): Promise<DraftView> {
    const guildId = moderator.guild.id;
    const source = readSource(message);
    if (choicesOf(source).length === 0) throw new UserError(nothingToRepost());
    await this.assertWanted(guildId, source);
    await Promise.all([this.#context.ensureGuild(guildId), this.#context.ensureUser(moderator.id)]);
    const draft = await this.#drafts.create({ guildId, moderatorId: moderator.id }, source, {});
    const view = await this.viewOf(draft);
    if (!view.choice) return view;
    assertDestination(view);
    const { choice, destination } = view;
    return this.#decide(draft, { choice: choice.id, channelId: destination?.channel.id ?? null });
  }

  /** Chooses what of the message is reposted. @throws {UserError} `gallery.repost-expired`, `gallery.repost-no-destination` */
  async choose(key: OwnDraft, choice: string): Promise<DraftView> {
    const { draft } = await this.get(key);
    const isSame = draft.choice === choice;
    const view = await this.#decide(draft, {
      choice,
      ...(!isSame && { channelId: null, fingerprints: null }),
    });
    assertDestination(view);
    return view.destination ? this.aim(key, view.destination.channel.id) : view;
  }

  /** Chooses where it goes. @throws {UserError} `gallery.repost-expired` */
  async aim(key: OwnDraft, channelId: string | null): Promise<DraftView> {
    return this.#decide(key, { channelId });
  }

  /** A draft that is still open. @throws {UserError} `gallery.repost-expired`, `gallery.repost-already-posted` */
  async get(key: OwnDraft): Promise<DraftView> {
    return this.viewOf(await this.#stillOpen(key));
  }

  /** Drops a draft. @throws {UserError} `gallery.repost-expired`, `gallery.repost-already-posted` */
  async cancel(key: OwnDraft): Promise<void> {
    if (!(await this.#drafts.cancel(key))) await this.#stillOpen(key);
  }

  /** Decides something about an open draft. @throws {UserError} `gallery.repost-expired`, `gallery.repost-already-posted` */
  async decide(key: OwnDraft, decisions: DraftDecisions): Promise<RepostDraft> {
    return (await this.#drafts.decide(key, decisions)) ?? this.#stillOpen(key);
  }

  /** @throws {UserError} `gallery.repost-opted-out` */
  async assertWanted(guildId: string, { author }: RepostSource): Promise<void> {
    const isOut = await new OptOutRepository(this.#context.db).has({ guildId, userId: author.id });
    if (isOut) throw new UserError(authorOptedOut(author.id));
  }

  async #decide(key: OwnDraft, decisions: DraftDecisions): Promise<DraftView> {
    return this.viewOf(await this.decide(key, decisions));
  }

  /** @throws {UserError} why it is not open any more */
  async #stillOpen(key: OwnDraft): Promise<RepostDraft> {
    const draft = await this.#drafts.find(key);
    if (!draft || draft.moderatorId !== key.moderatorId) throw new UserError(startAgain());
    if (draft.state === 'posting') throw new UserError(alreadyPosting());
    if (draft.itemNumber !== null) throw new UserError(alreadyPosted(draft.itemNumber));
    if (draft.state !== 'open' || draft.expiresAt.getTime() < Date.now()) throw new UserError(startAgain());
    return draft;
  }

  /** A draft in whatever state, with what can be chosen for it now. */
  viewOf(draft: RepostDraft): Promise<DraftView> {
    return viewDraft(this.#context, this.#destinations, draft);
  }
}
