import { UserError } from '@twi/sdk';
import type { GuildMember, Snowflake } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import type { CreatorLinksContext } from '../context.ts';
import { LinkRepository, type LinkRow, type StaffMark } from '../database/link-repository.ts';
import { plainRefusal } from '../errors.ts';
import { assertNotHidden } from './assert-not-hidden.ts';
import { assertRoom } from './assert-room.ts';
import { type LinkChange, LinkChanges, type LinkTables } from './link-changes.ts';
import {
  changedContent,
  contentOf,
  type LinkContent,
  linkContent,
  newContent,
  type TypedLink,
  type TypedNewLink,
} from './link-content.ts';

/** A link under way, removed or not, and what its change works with. */
type Handled = LinkTables & { readonly link: LinkRow };

/** Changes the links of people: by themselves or the staff, one at a time for each person, every change in the audit log. */
export class Links {
  readonly #context: CreatorLinksContext;
  readonly #changes: LinkChanges;

  constructor(context: CreatorLinksContext) {
    this.#context = context;
    this.#changes = new LinkChanges(context);
  }

  /**
   * Adds a link of one's own.
   *
   * @throws {UserError} for what is not taken, a title or an address that is there already or that the staff hid, or too
   *   many links
   */
  async add(by: GuildMember, typed: TypedNewLink): Promise<LinkRow> {
    const content = newContent(typed);
    const key = { guildId: by.guild.id, userId: by.id };
    const { maxLinks } = await this.#context.settings.get(by.guild.id);
    return this.#changes.make(by, key, async ({ links, checks, creators }) => {
      // They may have come back while the bot was away.
      await creators.see(key.guildId, [key.userId], true);
      assertRoom(await links.listOf(key), content, { maxLinks });
      await assertNotHidden(links, key, content.url);
      const link = await links.add(key, content);
      await checks.plan(link);
      return { link, verb: 'add', reversal: { link: link.id } };
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
    return this.#change(by, id, async ({ link, links, checks }) => {
      await links.remove(id);
      await checks.drop(id);
      return { link, verb: 'remove', reversal: { link: id } };
    });
  }

  /** @throws {UserError} as {@link add}; `creator-links.not-yours`, `creator-links.link-there` */
  async restore(by: GuildMember, id: string): Promise<LinkRow> {
    const { maxLinks } = await this.#context.settings.get(by.guild.id);
    return this.#handle(by, id, async ({ link, links, checks }) => {
      if (link.deletedAt === null) throw new UserError(plainRefusal('link-there'));
      assertRoom(await links.listOf(link), contentOf(link), { maxLinks });
      await links.restore(id);
      await checks.plan(link);
      return { link, verb: 'restore', reversal: { link: id } };
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
      return { link, verb: mark === 'verified' ? 'verify' : 'hide', reversal: { link: id, isSet } };
    });
  }

  #replace(by: GuildMember, id: string, next: (content: LinkContent) => LinkContent): Promise<LinkRow> {
    return this.#change(by, id, async ({ link, links, checks }) => {
      const before = contentOf(link);
      const after = next(before);
      assertRoom(await links.listOf(link), after, { except: id });
      const isElsewhere = after.url !== before.url;
      if (isElsewhere) await assertNotHidden(links, link, after.url);
      const changed = await links.change(id, after, isElsewhere);
      if (isElsewhere) await checks.plan(changed);
      const edit = await links.addEdit({ linkId: id, before, after });
      return { link: changed, verb: 'edit', reversal: { link: id, edit } };
    });
  }

  /** Changes a link that is not removed. */
  #change(by: GuildMember, id: string, work: (handled: Handled) => Promise<LinkChange>): Promise<LinkRow> {
    return this.#handle(by, id, async (handled) => {
      if (handled.link.deletedAt !== null) throw new UserError(plainRefusal('link-gone'));
      return work(handled);
    });
  }

  async #handle(
    by: GuildMember,
    id: string,
    work: (handled: Handled) => Promise<LinkChange>,
  ): Promise<LinkRow> {
    const guildId = by.guild.id;
    const known = await this.#get(new LinkRepository(this.#context.db), guildId, id);
    await this.assertMay(by, known.userId);
    return this.#changes.make(by, known, async (tables) =>
      work({ ...tables, link: await this.#get(tables.links, guildId, id) }),
    );
  }

  async #get(links: LinkRepository, guildId: Snowflake, id: string): Promise<LinkRow> {
    const link = await links.find(guildId, id);
    if (!link) throw new UserError(plainRefusal('link-gone'));
    return link;
  }

  async #isStaff(by: GuildMember): Promise<boolean> {
    return this.#context.permissions.allows(by, 'creator-links.manage');
  }
}
