import { lockUntilCommit, type PluginDatabase, toJsonb } from '@twi/database';
import { type Selectable, sql } from 'kysely';
import type { NoticeState } from '../reposts/authors/notice-state.ts';
import type { RepostSource } from '../reposts/detection/repost-source.ts';
import type { Fingerprint } from '../reposts/files/fingerprint.ts';
import type { RepostForm } from '../reposts/repost-form.ts';
import type { RepostDraftsTable } from './repost-tables.ts';

export type RepostDraft = Selectable<RepostDraftsTable>;

/** Which draft: its id, and the guild that it must belong to. */
export interface DraftKey {
  readonly guildId: string;
  readonly id: string;
}

/** A draft as who prepares it names it; of nobody else is it found. */
export interface OwnDraft extends DraftKey {
  readonly moderatorId: string;
}

/** What is decided step by step. */
export interface DraftDecisions {
  readonly choice?: string | null;
  readonly channelId?: string | null;
  readonly form?: RepostForm;
  readonly fingerprints?: readonly (Fingerprint | null)[] | null;
}

/** A form that takes longer has been forgotten. */
const LIFETIME_MS = 900_000;
const LIFETIME = sql<Date>`now() + interval '15 minutes'`;
/** How long a process may take to post before it counts as dead. */
const CLAIM = sql<Date>`now() + interval '3 minutes'`;
const NOW = sql<Date>`now()`;

/** Until when nothing was decided any more: what was posted was posted after that. */
export function decidedAt({ expiresAt }: Pick<RepostDraft, 'expiresAt'>): Date {
  return new Date(expiresAt.getTime() - LIFETIME_MS);
}

/** Keeps reposts that are being prepared and posted. */
export class RepostDraftRepository {
  readonly #db: PluginDatabase<'gallery'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
  }

  async create(
    owner: Omit<OwnDraft, 'id'>,
    source: RepostSource,
    decisions: DraftDecisions,
  ): Promise<RepostDraft> {
    return this.#db
      .insertInto('gallery.repost_drafts')
      .values({
        ...owner,
        source: toJsonb(source),
        sourceMessageId: source.messageId,
        sourceAuthorId: source.author.isAutomatic ? null : source.author.id,
        choice: decisions.choice ?? null,
        channelId: decisions.channelId ?? null,
        state: 'open',
        expiresAt: LIFETIME,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async find({ guildId, id }: DraftKey): Promise<RepostDraft | undefined> {
    return this.#db
      .selectFrom('gallery.repost_drafts')
      .selectAll()
      .where((eb) => eb.and({ guildId, id }))
      .executeTakeFirst();
  }

  /** Decides something about an open draft; `undefined` where there is none any more. */
  async decide(key: OwnDraft, decisions: DraftDecisions): Promise<RepostDraft | undefined> {
    const { form, fingerprints, ...plain } = decisions;
    return this.#open(key)
      .set({
        ...plain,
        ...(form && { form: toJsonb(form) }),
        ...(fingerprints !== undefined && { fingerprints: fingerprints && toJsonb(fingerprints) }),
        expiresAt: LIFETIME,
      })
      .returningAll()
      .executeTakeFirst();
  }

  /** Closes an open draft without posting it; tells whether it was open. */
  async cancel(key: OwnDraft): Promise<boolean> {
    const closed = await this.#open(key).set({ state: 'cancelled' }).returning('id').executeTakeFirst();
    return closed !== undefined;
  }

  /** Takes an open draft for posting. Of several tries, in whichever process, one gets it. */
  async claim(key: OwnDraft): Promise<RepostDraft | undefined> {
    return this.#open(key).set({ state: 'posting', claimedUntil: CLAIM }).returningAll().executeTakeFirst();
  }

  /** Takes what was posted, and taken back since, for posting once more by somebody. */
  async claimAgain({ guildId, id }: DraftKey, moderatorId: string): Promise<RepostDraft | undefined> {
    return this.#db
      .updateTable('gallery.repost_drafts')
      .set({ state: 'posting', moderatorId, claimedUntil: CLAIM, expiresAt: LIFETIME })
      .where((eb) => eb.and({ guildId, id, state: 'posted' }))
      .returningAll()
      .executeTakeFirst();
  }

  /** Says that the process is still at work; `false` where another has taken over. */
  async renew({ guildId, id }: DraftKey): Promise<boolean> {
    const renewed = await this.#db
      .updateTable('gallery.repost_drafts')
      .set({ claimedUntil: CLAIM })
      .where((eb) => eb.and({ guildId, id, state: 'posting' }))
      .where('claimedUntil', '>', NOW)
      .returning('id')
      .executeTakeFirst();
    return renewed !== undefined;
  }

  /** Takes over a draft whose process died while it posted. */
  async takeOver({ guildId, id }: DraftKey): Promise<RepostDraft | undefined> {
    return this.#db
      .updateTable('gallery.repost_drafts')
      .set({ claimedUntil: CLAIM })
      .where((eb) => eb.and({ guildId, id, state: 'posting' }))
      .where('claimedUntil', '<', NOW)
      .returningAll()
      .executeTakeFirst();
  }

  /** Gives a claimed draft back, since nothing was posted: it is again what it was. */
  async release({ guildId, id, itemNumber }: RepostDraft): Promise<void> {
    const state = itemNumber === null ? 'open' : 'posted';
    await this.#db
      .updateTable('gallery.repost_drafts')
      .set({ state, claimedUntil: null, expiresAt: LIFETIME })
      .where((eb) => eb.and({ guildId, id, state: 'posting' }))
      .execute();
  }

  /** Says what a draft became, the first time so that its author is to be told; `undefined` when another process has said so. */
  async conclude(
    { guildId, id, itemNumber: known }: RepostDraft,
    itemNumber: number,
  ): Promise<RepostDraft | undefined> {
    return this.#db
      .updateTable('gallery.repost_drafts')
      .set({ state: 'posted', claimedUntil: null, itemNumber, ...(known === null && { notice: 'due' }) })
      .where((eb) => eb.and({ guildId, id, state: 'posting' }))
      .returningAll()
      .executeTakeFirst();
  }

  /** Takes the message to the author; of several tries one gets it. */
  async takeNotice({ guildId, id }: DraftKey): Promise<boolean> {
    const taken = await this.#db
      .updateTable('gallery.repost_drafts')
      .set({ notice: 'sending' })
      .where((eb) => eb.and({ guildId, id, notice: 'due' }))
      .returning('id')
      .executeTakeFirst();
    return taken !== undefined;
  }

  async setNotice({ guildId, id }: DraftKey, notice: NoticeState): Promise<void> {
    await this.#db
      .updateTable('gallery.repost_drafts')
      .set({ notice })
      .where((eb) => eb.and({ guildId, id }))
      .execute();
  }

  /** The draft that an item came from, for as long as it is kept. */
  async findByItem(guildId: string, itemNumber: number): Promise<RepostDraft | undefined> {
    return this.#db
      .selectFrom('gallery.repost_drafts')
      .selectAll()
      .where((eb) => eb.and({ guildId, itemNumber }))
      .executeTakeFirst();
  }

  /** The items that came from messages, by their numbers. */
  async itemsFrom(guildId: string, messageIds: readonly string[]): Promise<readonly number[]> {
    const rows = await this.#db
      .selectFrom('gallery.repost_drafts')
      .select('itemNumber')
      .where((eb) => eb.and({ guildId, state: 'posted' }))
      .where('sourceMessageId', 'in', messageIds)
      .execute();
    return rows.flatMap(({ itemNumber }) => itemNumber ?? []);
  }

  /** Another draft of the same message to the same channel that is being posted right now. */
  async findRival({ guildId, id, sourceMessageId, channelId, choice }: RepostDraft) {
    return this.#db
      .selectFrom('gallery.repost_drafts')
      .select(['id', 'moderatorId'])
      .where((eb) => eb.and({ guildId, sourceMessageId, state: 'posting' }))
      .where('channelId', 'is not distinct from', channelId)
      .where('choice', 'is not distinct from', choice)
      .where('id', '!=', id)
      .executeTakeFirst();
  }

  /** The item that others made of the same since the moderator last looked. */
  async findTwin(draft: RepostDraft): Promise<number | undefined> {
    const { guildId, sourceMessageId, channelId, choice } = draft;
    const found = await this.#db
      .selectFrom('gallery.repost_drafts as other')
      .innerJoin('gallery.items as item', (join) =>
        join.onRef('item.guildId', '=', 'other.guildId').onRef('item.number', '=', 'other.itemNumber'),
      )
      .select('item.number')
      .where((eb) => eb.and({ 'other.guildId': guildId, 'other.sourceMessageId': sourceMessageId }))
      .where('other.state', '=', 'posted')
      .where('other.channelId', 'is not distinct from', channelId)
      .where('other.choice', 'is not distinct from', choice)
      .where('item.deletedAt', 'is', null)
      .where('item.addedAt', '>', decidedAt(draft))
      .executeTakeFirst();
    return found?.number;
  }

  /** Which of these messages show an item. */
  async postedAmong(messageIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (messageIds.length === 0) return new Set();
    const rows = await this.#db
      .selectFrom('gallery.items')
      .select('postedMessageId')
      .where('postedMessageId', 'in', messageIds)
      .execute();
    return new Set(rows.flatMap(({ postedMessageId }) => postedMessageId ?? []));
  }

  /** Makes who posts something of the same message wait until the transaction ends. */
  async lockSource({ guildId, sourceMessageId }: RepostDraft): Promise<void> {
    await lockUntilCommit(this.#db, `gallery.repost:${guildId}:${sourceMessageId}`);
  }

  /** Drafts whose process died, and those whose author still has to be told; the oldest first. */
  async listUnsettled(limit: number): Promise<readonly DraftKey[]> {
    return (
      this.#db
        .selectFrom('gallery.repost_drafts')
        .select(['guildId', 'id'])
        .where((eb) =>
          eb.or([
            eb.and([eb('state', '=', 'posting'), eb('claimedUntil', '<', NOW)]),
            eb.and([eb('state', '=', 'posted'), eb('notice', '=', 'due')]),
          ]),
        )
        // What cannot be settled in a day, for example since the bot is no longer in the guild, is given up.
        .where('expiresAt', '>', sql<Date>`now() - interval '1 day'`)
        .orderBy('createdAt')
        .limit(limit)
        .execute()
    );
  }

  #open({ guildId, id, moderatorId }: OwnDraft) {
    return this.#db
      .updateTable('gallery.repost_drafts')
      .where((eb) => eb.and({ guildId, id, moderatorId, state: 'open' }))
      .where('expiresAt', '>', NOW);
  }
}
