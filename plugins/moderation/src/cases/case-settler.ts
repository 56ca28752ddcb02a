import { DiscordAPIError, type Guild } from 'discord.js';
import type { DiscordAction } from '../actions/discord-action.ts';
import { discordActionOf } from '../actions/discord-actions.ts';
import type { CaseType } from './case-type.ts';
import type { CaseBook } from './case-book.ts';
import type { ModerationContext } from '../context.ts';
import { type Case, type CaseKey, CaseRepository } from '../database/case-repository.ts';
import { CaseSearchRepository } from '../database/case-search-repository.ts';
import { exclusively } from '../database/exclusively.ts';
import { refusalSentence } from '../actions/discord-refusal.ts';

/** The types whose cases change what tells whether one took place. */
const RELATED: Readonly<Partial<Record<CaseType, readonly CaseType[]>>> = {
  ban: ['ban', 'unban', 'softban'],
  unban: ['ban', 'unban', 'softban'],
  softban: ['ban'],
  kick: ['ban', 'softban', 'kick'],
  timeout: ['timeout', 'untimeout'],
  untimeout: ['timeout', 'untimeout'],
};

/** Concludes cases whose process died, or was left without an answer, between the case and the end of the action. */
export class CaseSettler {
  readonly #context: ModerationContext;
  readonly #book: CaseBook;
  readonly #cases: CaseRepository;

  constructor(context: ModerationContext, book: CaseBook) {
    this.#context = context;
    this.#book = book;
    this.#cases = new CaseRepository(context.db);
  }

  /**
   * Completes the case if Discord is now as its action leaves it, else fails it. Never repeats the action, but lifts what
   * the first half of one put in force.
   */
  async settle(key: CaseKey): Promise<void> {
    const pending = await this.#cases.findPending(key);
    if (!pending) return;
    const action = discordActionOf(pending.type);
    if (!action) throw new TypeError(`A ${pending.type} is never pending.`);

    const failure = await this.#whyNot(action, pending);
    if (failure) return this.#book.fail(pending, failure);
    const conclusion = { act: async () => undefined };
    await (action.changesBan
      ? this.#book.completeBan(pending, conclusion)
      : this.#book.complete(pending, conclusion));
  }

  async #whyNot(action: DiscordAction, pending: Case): Promise<string | undefined> {
    const { guildId, targetId, expiresAt } = pending;
    try {
      const guild = await this.#context.client.guilds.fetch(guildId);
      await this.#finish(action, guild, pending);
      // After a later case Discord shows what that one left, and not whether this one took place.
      const isOvertaken = await this.#isFollowedBy(pending, RELATED[pending.type] ?? []);
      if (!isOvertaken && (await action.holds(guild, targetId, expiresAt))) return undefined;
      return 'the bot was interrupted, and nothing shows that it took place.';
    } catch (error) {
      if (error instanceof DiscordAPIError) return `the bot was interrupted, and ${refusalSentence(error)}`;
      throw error;
    }
  }

  async #finish(action: DiscordAction, guild: Guild, pending: Case): Promise<void> {
    if (!action.finish) return;
    const { targetId: userId } = pending;
    await exclusively(this.#context.db, { guildId: guild.id, userId }, async (transaction) => {
      const last = await new CaseSearchRepository(transaction).findLast(pending, ['ban']);
      // Discord keeps the first reason of who is banned again: a later ban stands behind ours.
      if (!last || last.number < pending.number) await action.finish?.(guild, pending);
    });
  }

  async #isFollowedBy(pending: Case, types: readonly CaseType[]): Promise<boolean> {
    const last = await new CaseSearchRepository(this.#context.db).findLast(pending, types);
    return last !== undefined && last.number > pending.number;
  }
}
