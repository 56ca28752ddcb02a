import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { GalleryContext, GalleryTransaction } from '../context.ts';
import { ImportEntryRepository, type NewImportEntry } from '../database/import-entry-repository.ts';
import { type Import, ImportRepository } from '../database/import-repository.ts';
import type { Items } from '../items/items.ts';
import { extract, type Extraction } from './extraction/extract.ts';
import { isCandidate } from './extraction/is-candidate.ts';
import type { SourcePost } from './extraction/source-post.ts';
import { itemOfPost } from './item-of-post.ts';
import type { WalkStep } from './walking/channel-walk.ts';

/** What became of a step: the import as it is now, and why it cannot go on, if it cannot. */
export interface StoredStep {
  readonly run: Import;
  readonly problem: UserError | undefined;
}

interface Candidate {
  readonly post: SourcePost;
  readonly extraction: Extraction;
}

/** What is known of the posts of a step beforehand. */
interface Knowledge {
  readonly decided: ReadonlySet<Snowflake>;
  readonly items: ReadonlyMap<Snowflake, number>;
  readonly optedOut: ReadonlySet<Snowflake>;
}

/** Stores what a step came by and how far the import is in one transaction, so that a crash neither loses nor repeats a post. */
export class StepStore {
  readonly #context: GalleryContext;
  readonly #items: Items;

  constructor(context: GalleryContext, items: Items) {
    this.#context = context;
    this.#items = items;
  }

  /** Stores a step; `undefined` when the import was paused, cancelled or taken over meanwhile, and nothing was stored. */
  async store(run: Import, step: WalkStep): Promise<StoredStep | undefined> {
    const candidates = step.posts
      .map((post) => ({ post, extraction: extract(post) }))
      .filter(({ post, extraction }) => isCandidate(post, extraction));
    await this.#ensureRows(run, candidates);
    return this.#context.db.transaction().execute(async (transaction) => {
      const imports = new ImportRepository(transaction);
      if (!(await imports.hold(run))) return undefined;
      const problem = await this.#storeAll(run, candidates, transaction);
      // What did not fit is looked at again; what did is known by then.
      const advanced = problem
        ? await imports.advance(run, run, 0)
        : await imports.advance(run, step.position, step.scanned);
      return { run: advanced, problem };
    });
  }

  /** @returns why the rest could not be stored */
  async #storeAll(
    run: Import,
    candidates: readonly Candidate[],
    transaction: GalleryTransaction,
  ): Promise<UserError | undefined> {
    if (candidates.length === 0) return undefined;
    const repository = new ImportEntryRepository(transaction);
    const known = await knowledgeOf(repository, run, candidates);
    const entries: NewImportEntry[] = [];
    let problem: UserError | undefined;
    for (const candidate of candidates) {
      const { id, author } = candidate.post;
      if (known.decided.has(id) || known.optedOut.has(author.id)) continue;
      try {
        entries.push(await this.#entryOf(run, candidate, known, transaction));
      } catch (error) {
        if (!isFull(error)) throw error;
        problem = error;
        break;
      }
    }
    await repository.add(entries);
    return problem;
  }

  async #entryOf(
    run: Import,
    { post, extraction }: Candidate,
    known: Knowledge,
    transaction: GalleryTransaction,
  ): Promise<NewImportEntry> {
    const { title, creator, tags, isNsfw: nsfw, doubts } = extraction;
    const entry = {
      guildId: run.guildId,
      importId: run.id,
      channelId: run.channelId,
      sourceChannelId: post.channelId,
      messageId: post.id,
      authorId: post.author.id,
      title: title ?? null,
      creator: creator.name ?? null,
      creatorId: creator.id ?? null,
      tags: [...tags],
      nsfw,
      doubts: [...doubts],
    };
    const number = known.items.get(post.id);
    if (number !== undefined) return { ...entry, state: 'known', number };
    if (title === undefined || doubts.length > 0) return { ...entry, state: 'review' };
    const { creator: name, creatorId } = entry;
    const content = {
      title,
      creator: name,
      creatorId,
      tags,
      nsfw,
      addedBy: run.startedBy ?? undefined,
      placeId: run.channelId,
    };
    const result = await this.#items.add(itemOfPost(post, extraction, content), {
      transaction,
      isRecorded: false,
    });
    return result.outcome === 'added'
      ? { ...entry, state: 'added', number: result.item.number }
      : { ...entry, state: 'known', number: result.number };
  }

  /** Beforehand, since the transaction has a connection of its own. */
  async #ensureRows({ guildId }: Import, candidates: readonly Candidate[]): Promise<void> {
    const people = candidates.flatMap(({ post, extraction }) => [post.author.id, extraction.creator.id]);
    await this.#context.ensureGuild(guildId);
    for (const id of new Set(people)) if (id !== undefined) await this.#context.ensureUser(id);
  }
}

async function knowledgeOf(
  entries: ImportEntryRepository,
  { guildId }: Import,
  candidates: readonly Candidate[],
): Promise<Knowledge> {
  const messageIds = candidates.map(({ post }) => post.id);
  return {
    decided: await entries.findDecided(guildId, messageIds),
    items: await entries.findItems(guildId, messageIds),
    optedOut: await entries.findOptedOut(
      guildId,
      candidates.map(({ post }) => post.author.id),
    ),
  };
}

function isFull(error: unknown): error is UserError {
  return error instanceof UserError && error.identifier === 'gallery.gallery-full';
}
