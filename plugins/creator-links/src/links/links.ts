import { UserError } from '@twi/sdk';
import type { GuildMember, Snowflake } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import type { CreatorLinksContext, CreatorLinksTransaction } from '../context.ts';
import { CheckRepository } from '../database/check-repository.ts';
import { CreatorRepository } from '../database/creator-repository.ts';
import { LinkRepository, type LinkRow, type StaffMark } from '../database/link-repository.ts';
import { plainRefusal } from '../errors.ts';
import { assertRoom } from './assert-room.ts';
import {
  changedContent,
  contentOf,
  type LinkContent,
  linkContent,
  newContent,
  type TypedLink,
  type TypedNewLink,
} from './link-content.ts';

/** A link under way: locked, with what its change needs. */
interface Handled {
  readonly link: LinkRow;
  readonly links: LinkRepository;
  readonly transaction: CreatorLinksTransaction;
}

interface AuditWords {
  readonly verb: 'add' | 'edit' | 'remove' | 'restore' | 'verify' | 'hide';
  readonly reversal: Readonly<Record<string, string | boolean>>;
}

/** Changes the links of people: by themselves or the staff, one at a time for each person, every change in the audit log. */
export class Links {
  readonly #context: CreatorLinksContext;

  constructor(context: CreatorLinksContext) {
    this.#context = context;
  }

  /**
   * Adds a link of one's own.
   *
   * @throws {UserError} for what is not taken, a title or an address that is there already, or too many links
   */
  async add(by: GuildMember, typed: TypedNewLink): Promise<LinkRow> {
    const content = newContent(typed);
    const key = { guildId: by.guild.id, userId: by.id };
    const { maxLinks } = await this.#context.settings.get(by.guild.id);
    return this.#transaction(by, async (transaction) => {
      const creators = new CreatorRepository(transaction);
      await creators.lock(key);
      // They may have come back while the bot was away.
      await creators.see(key.guildId, [key.userId], true);
      const links = new LinkRepository(transaction);
      assertRoom(await links.listOf(key), content, { maxLinks });
      const link = await links.add(key, content);
      await new CheckRepository(transaction).plan(link);
      await this.#audit(by, { link, transaction }, { verb: 'add', reversal: { link: link.id } });
      return link;
    });
  }

  /** Whether somebody may change the links of a person: their own, and as one of the staff everybody's. */
  async mayChange(by: GuildMember, userId: Snowflake): Promise<boolean> {
    return by.id === userId || this.#isStaff(by);
  }

  /** @throws {UserError} `creator-links.not-yours` unless {@link mayChange} */
  async assertMay(by: GuildMember, userId: Snowflake): Promise<void> {
    if (!(await this.mayChange(by, userId))) throw new UserError(plainRefusal('not-yours'));
  }

  /**
   * Changes what is given. A new address has to be verified again.
   *
   * @throws {UserError} as {@link add}; `creator-links.not-yours`, `creator-links.link-gone`
   */
  edit(by: GuildMember, id: string, typed: TypedLink): Promise<LinkRow> {
    return this.#replace(by, id, (content) => changedContent(content, typed));
  }

  /**
   * Brings the contents of a link from one state to another, for undo and redo.
   *
   * @throws {UserError} `creator-links.link-changed` when it is no longer in the first
   */
  async repeatEdit(by: GuildMember, editId: string, direction: 'forward' | 'back'): Promise<LinkRow> {
    const edit = await new LinkRepository(this.#context.db).findEdit(editId);
    if (!edit) throw new UserError(plainRefusal('link-gone'));
    const [from, to] = direction === 'forward' ? [edit.before, edit.after] : [edit.after, edit.before];
    return this.#replace(by, edit.linkId, (content) => {
      if (!isDeepStrictEqual(content, linkContent.parse(from)))
        throw new UserError(plainRefusal('link-changed'));
      return linkContent.parse(to);
    });
  }

  /** @throws {UserError} `creator-links.not-yours`, `creator-links.link-gone` */
  remove(by: GuildMember, id: string): Promise<LinkRow> {
    return this.#change(by, id, async ({ link, links, transaction }) => {
      await links.remove(id);
      await new CheckRepository(transaction).drop(id);
      return { link, words: { verb: 'remove', reversal: { link: id } } };
    });
  }

  /** @throws {UserError} as {@link add}; `creator-links.not-yours`, `creator-links.link-there` */
  async restore(by: GuildMember, id: string): Promise<LinkRow> {
    const { maxLinks } = await this.#context.settings.get(by.guild.id);
    return this.#handle(by, id, async ({ link, links, transaction }) => {
      if (link.deletedAt === null) throw new UserError(plainRefusal('link-there'));
      assertRoom(await links.listOf(link), contentOf(link), { maxLinks });
      await links.restore(id);
      await new CheckRepository(transaction).plan(link);
      await this.#audit(by, { link, transaction }, { verb: 'restore', reversal: { link: id } });
      return link;
    });
  }

  /**
   * Confirms or hides a link for the staff, or takes that back.
   *
   * @throws {UserError} `creator-links.not-yours`, `creator-links.link-gone`, `creator-links.link-changed`
   */
  mark(
    by: GuildMember,
    id: string,
    { mark, isSet }: { readonly mark: StaffMark['mark']; readonly isSet: boolean },
  ): Promise<LinkRow> {
    return this.#change(by, id, async ({ link, links }) => {
      if (!(await this.#isStaff(by))) throw new UserError(plainRefusal('not-yours'));
      const since = mark === 'verified' ? link.verifiedAt : link.hiddenAt;
      if ((since !== null) === isSet) throw new UserError(plainRefusal('link-changed'));
      await links.mark(id, { mark, by: isSet ? by.id : null });
      return {
        link,
        words: { verb: mark === 'verified' ? 'verify' : 'hide', reversal: { link: id, isSet } },
      };
    });
  }

  #replace(by: GuildMember, id: string, next: (content: LinkContent) => LinkContent): Promise<LinkRow> {
    return this.#change(by, id, async ({ link, links, transaction }) => {
      const before = contentOf(link);
      const after = next(before);
      assertRoom(await links.listOf(link), after, { except: id });
      const isElsewhere = after.url !== before.url;
      const changed = await links.change(id, after, isElsewhere);
      if (isElsewhere) await new CheckRepository(transaction).plan(changed);
      const edit = await links.addEdit({ linkId: id, before, after });
      return { link: changed, words: { verb: 'edit', reversal: { link: id, edit } } };
    });
  }

  /** Changes a link that is not removed, and writes it down. */
  #change(
    by: GuildMember,
    id: string,
    work: (handled: Handled) => Promise<{ readonly link: LinkRow; readonly words: AuditWords }>,
  ): Promise<LinkRow> {
    return this.#handle(by, id, async (handled) => {
      if (handled.link.deletedAt !== null) throw new UserError(plainRefusal('link-gone'));
      const { link, words } = await work(handled);
      await this.#audit(by, { link, transaction: handled.transaction }, words);
      return link;
    });
  }

  /** Locks a link, removed or not, while it is worked on. */
  async #handle<Result>(
    by: GuildMember,
    id: string,
    work: (handled: Handled) => Promise<Result>,
  ): Promise<Result> {
    const guildId = by.guild.id;
    const known = await this.#get(new LinkRepository(this.#context.db), guildId, id);
    await this.assertMay(by, known.userId);
    return this.#transaction(by, async (transaction) => {
      await new CreatorRepository(transaction).lock(known);
      const links = new LinkRepository(transaction);
      return work({ link: await this.#get(links, guildId, id), links, transaction });
    });
  }

  async #get(links: LinkRepository, guildId: Snowflake, id: string): Promise<LinkRow> {
    const link = await links.find(guildId, id);
    if (!link) throw new UserError(plainRefusal('link-gone'));
    return link;
  }

  async #isStaff(by: GuildMember): Promise<boolean> {
    return this.#context.permissions.allows(by, 'creator-links.manage');
  }

  async #transaction<Result>(
    by: GuildMember,
    work: (transaction: CreatorLinksTransaction) => Promise<Result>,
  ): Promise<Result> {
    await Promise.all([this.#context.ensureGuild(by.guild.id), this.#context.ensureUser(by.id)]);
    return this.#context.db.transaction().execute(work);
  }

  /** The address stands in no entry: it goes with the link when its owner has their data erased. */
  async #audit(
    by: GuildMember,
    { link, transaction }: { readonly link: LinkRow; readonly transaction: CreatorLinksTransaction },
    { verb, reversal }: AuditWords,
  ): Promise<void> {
    await this.#context.audit.record({
      guildId: by.guild.id,
      userId: by.id,
      action: `creator-links.${verb}`,
      target: link.userId,
      details: { title: link.title, ...('isSet' in reversal && { isSet: reversal['isSet'] }) },
      reversal,
      transaction,
    });
  }
}
