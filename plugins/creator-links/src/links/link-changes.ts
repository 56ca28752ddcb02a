import type { GuildMember } from 'discord.js';
import type { CreatorLinksContext, CreatorLinksTransaction } from '../context.ts';
import { CheckRepository } from '../database/check-repository.ts';
import { CreatorRepository } from '../database/creator-repository.ts';
import { type CreatorKey, LinkRepository, type LinkRow } from '../database/link-repository.ts';

/** What a change works with, in its transaction. */
export interface LinkTables {
  readonly links: LinkRepository;
  readonly checks: CheckRepository;
  readonly creators: CreatorRepository;
}

/** A link after its change, and what is written down about it. */
export interface LinkChange {
  readonly link: LinkRow;
  readonly verb: 'add' | 'edit' | 'remove' | 'restore' | 'verify' | 'hide';
  readonly reversal: Readonly<Record<string, string | boolean>>;
}

/** Changes to links, one at a time for each person, every one with its entry in the audit log. */
export class LinkChanges {
  readonly #context: CreatorLinksContext;

  constructor(context: CreatorLinksContext) {
    this.#context = context;
  }

  /** Changes the links of a person, while nobody else does. */
  async make(
    by: GuildMember,
    owner: CreatorKey,
    work: (tables: LinkTables) => Promise<LinkChange>,
  ): Promise<LinkRow> {
    await Promise.all([this.#context.ensureGuild(by.guild.id), this.#context.ensureUser(by.id)]);
    return this.#context.db.transaction().execute(async (transaction) => {
      const creators = new CreatorRepository(transaction);
      await creators.lock(owner);
      const links = new LinkRepository(transaction);
      const change = await work({ links, checks: new CheckRepository(transaction), creators });
      await this.#audit(by, change, transaction);
      return change.link;
    });
  }

  /** The address stands in no entry: it goes with the link when its owner has their data erased. */
  async #audit(
    by: GuildMember,
    { link, verb, reversal }: LinkChange,
    transaction: CreatorLinksTransaction,
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
