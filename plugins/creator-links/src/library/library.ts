import { UserError } from '@twi/sdk';
import type { GuildMember, Snowflake } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import type { CreatorLinksContext } from '../context.ts';
import {
  type LibraryHeading,
  LibraryRepository,
  type LibraryRow,
  type TagCount,
} from '../database/library-repository.ts';
import { libraryFull, noSuchTag, plainRefusal, titleRefusal } from '../errors.ts';
import { readTitle } from '../links/title.ts';
import {
  changedEntry,
  type EntryContent,
  entryOf,
  newEntry,
  readTag,
  type TypedEntry,
} from './entry-content.ts';
import { inNaturalOrder } from './natural-order.ts';

/** From what to what an entry was changed; `null` where there is none. The audit log keeps it, for undo. */
export interface EntryTransition {
  readonly id: string;
  readonly before: EntryContent | null;
  readonly after: EntryContent | null;
}

type Change = EntryTransition & { readonly row: LibraryRow };

/** Links and texts that a guild keeps under a title, every change in the audit log. */
export class Library {
  readonly #context: CreatorLinksContext;
  readonly #entries: LibraryRepository;

  constructor(context: CreatorLinksContext) {
    this.#context = context;
    this.#entries = new LibraryRepository(context.db);
  }

  /** @throws {UserError} `creator-links.no-such-entry` */
  get(guildId: Snowflake, title: string): Promise<LibraryRow> {
    return this.#entries.get(guildId, title);
  }

  /**
   * What there is, by tag and title; `Chapter 2` before `Chapter 10`.
   *
   * @throws {UserError} `creator-links.no-such-tag`, `creator-links.bad-tag`
   */
  async list(guildId: Snowflake, typedTag?: string): Promise<readonly LibraryHeading[]> {
    if (typedTag === undefined) return inNaturalOrder(await this.#entries.headings(guildId));
    const tag = readTag(typedTag) ?? '';
    const found = await this.#entries.headings(guildId, tag);
    if (found.length === 0) throw new UserError(noSuchTag(typedTag));
    return inNaturalOrder(found);
  }

  suggestTitles(guildId: Snowflake, typed: string, limit: number): Promise<readonly string[]> {
    return this.#entries.suggestTitles(guildId, typed, limit);
  }

  suggestTags(guildId: Snowflake, typed: string, limit: number): Promise<readonly TagCount[]> {
    return this.#entries.suggestTags(guildId, typed, limit);
  }

  /** @throws {UserError} for what is not taken, `creator-links.entry-taken`, `creator-links.library-full` */
  async add(
    by: GuildMember,
    typedTitle: string,
    typed: TypedEntry & { readonly content: string },
  ): Promise<LibraryRow> {
    const title = readTitle(typedTitle);
    const entry = newEntry(typed);
    const guildId = by.guild.id;
    return this.#change(by, async (entries) => {
      await this.#assertRoom(entries, guildId, title);
      const row = await entries.add(guildId, title, { entry, by: by.id });
      return { row, id: row.id, before: null, after: entry };
    });
  }

  /** Changes what is given. @throws {UserError} `creator-links.no-such-entry`, `creator-links.entry-not-yours` */
  edit(by: GuildMember, title: string, typed: TypedEntry): Promise<LibraryRow> {
    return this.#changeLive(by, title, (entry) => changedEntry(entry, typed));
  }

  /** @throws {UserError} `creator-links.no-such-entry`, `creator-links.entry-not-yours` */
  remove(by: GuildMember, title: string): Promise<LibraryRow> {
    return this.#changeLive(by, title, () => null);
  }

  /**
   * Brings an entry from one state to another, for undo and redo.
   *
   * @throws {UserError} `creator-links.entry-changed` when it is no longer in the first; `creator-links.entry-taken`
   */
  replace(by: GuildMember, { id, before, after }: EntryTransition): Promise<LibraryRow> {
    const guildId = by.guild.id;
    return this.#change(by, async (entries) => {
      const row = await entries.find(guildId, id);
      const now = row && row.deletedAt === null ? entryOf(row) : null;
      if (!row || !isDeepStrictEqual(now, before)) throw new UserError(plainRefusal('entry-changed'));
      await this.#assertMay(by, row);
      if (now === null && after !== null) {
        await this.#assertRoom(entries, guildId, row.title);
        await entries.restore(id);
      }
      await this.#write(entries, row, { after, by });
      return { row, id, before, after };
    });
  }

  #changeLive(
    by: GuildMember,
    title: string,
    next: (entry: EntryContent) => EntryContent | null,
  ): Promise<LibraryRow> {
    return this.#change(by, async (entries) => {
      const row = await entries.get(by.guild.id, title);
      await this.#assertMay(by, row);
      const before = entryOf(row);
      const after = next(before);
      await this.#write(entries, row, { after, by });
      return { row, id: row.id, before, after };
    });
  }

  async #write(
    entries: LibraryRepository,
    { id }: LibraryRow,
    { after, by }: { readonly after: EntryContent | null; readonly by: GuildMember },
  ): Promise<void> {
    if (after === null) await entries.remove(id);
    else await entries.change(id, { entry: after, by: by.id });
  }

  async #assertRoom(entries: LibraryRepository, guildId: Snowflake, title: string): Promise<void> {
    if (await entries.isTaken(guildId, title)) throw new UserError(titleRefusal('entry-taken', title));
    const { maxLibraryLinks } = await this.#context.settings.get(guildId);
    const count = await entries.count(guildId);
    if (count >= maxLibraryLinks) throw new UserError(libraryFull(count));
  }

  async #assertMay(by: GuildMember, { addedBy }: LibraryRow): Promise<void> {
    if (addedBy === by.id || (await this.#context.permissions.allows(by, 'creator-links.library'))) return;
    throw new UserError(plainRefusal('entry-not-yours'));
  }

  /** Changes the library of a guild, one at a time, and writes it down. */
  async #change(by: GuildMember, work: (entries: LibraryRepository) => Promise<Change>): Promise<LibraryRow> {
    const guildId = by.guild.id;
    await Promise.all([this.#context.ensureGuild(guildId), this.#context.ensureUser(by.id)]);
    return this.#context.db.transaction().execute(async (transaction) => {
      const entries = new LibraryRepository(transaction);
      await entries.lock(guildId);
      const { row, ...transition } = await work(entries);
      const { before, after } = transition;
      const verb = before === null ? 'add' : after === null ? 'delete' : 'edit';
      await this.#context.audit.record({
        guildId,
        userId: by.id,
        action: `creator-links.library-${verb}`,
        target: row.title,
        reversal: transition,
        transaction,
      });
      return row;
    });
  }
}
