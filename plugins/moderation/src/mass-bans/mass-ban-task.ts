import { isRefusalWith, type PlainReply, UserError } from '@twi/sdk';
import { RESTJSONErrorCodes } from 'discord.js';
import type { ActionRunner } from '../actions/action-runner.ts';
import type { BulkTask, BulkWork } from '../bulk/bulk-task.ts';
import type { CaseSettler } from '../cases/case-settler.ts';
import type { ModerationContext } from '../context.ts';
import {
  type BulkCounts,
  type BulkItem,
  type BulkOutcome,
  BulkRepository,
  type BulkRun,
} from '../database/bulk-repository.ts';
import { CaseSearchRepository } from '../database/case-search-repository.ts';
import { massBanProgressReply, massBanReportReply, people } from '../replies/mass-ban-reply.ts';

/** Bans one person at a time, each with a case of their own. */
export class MassBanTask implements BulkTask {
  readonly node = 'moderation.ban';
  readonly #context: ModerationContext;
  readonly #runner: ActionRunner;
  readonly #settler: CaseSettler;

  constructor(context: ModerationContext, runner: ActionRunner, settler: CaseSettler) {
    this.#context = context;
    this.#runner = runner;
    this.#settler = settler;
  }

  pick(waiting: readonly BulkItem[]): readonly BulkItem[] {
    return waiting.slice(0, 1);
  }

  async attempt(work: BulkWork, items: readonly BulkItem[]): Promise<readonly BulkOutcome[]> {
    return Promise.all(items.map((item) => this.#ban(work, item)));
  }

  progress(_run: BulkRun, counts: BulkCounts): PlainReply {
    return massBanProgressReply(counts);
  }

  async finish({ run, guild, moderator }: BulkWork, counts: BulkCounts): Promise<PlainReply> {
    const runs = new BulkRepository(this.#context.db);
    const [done, failed] = [await runs.listDone(run), await runs.listFailed(run)];
    await this.#context.db.transaction().execute(async (transaction) => {
      if (!(await new BulkRepository(transaction).finish(run))) return;
      await this.#context.audit.record({
        guildId: guild.id,
        userId: moderator.id,
        action: 'moderation.mass-ban',
        target: people(counts.done),
        details: {
          reason: run.reason,
          cases: done.map(({ caseNumber }) => caseNumber),
          failed: counts.failed,
        },
        transaction,
      });
    });
    return massBanReportReply(done, failed);
  }

  async #ban({ run, guild, moderator }: BulkWork, { itemId, triedAt }: BulkItem): Promise<BulkOutcome> {
    const earlier = triedAt && (await this.#findEarlier(run, itemId, triedAt));
    if (earlier) return { itemId, ...earlier };
    try {
      const target = await guild.client.users.fetch(itemId);
      const reason = run.reason ?? undefined;
      const { number } = await this.#runner.run('ban', { guild, moderator, target, reason });
      return { itemId, caseNumber: number };
    } catch (error) {
      if (error instanceof UserError) return { itemId, failure: error.message };
      if (isRefusalWith(error, RESTJSONErrorCodes.UnknownUser))
        return { itemId, failure: 'Discord knows nobody with this id.' };
      throw error;
    }
  }

  /** What became of a ban that an earlier process began, if it came as far as its case. */
  async #findEarlier(
    { guildId, moderatorId }: BulkRun,
    targetId: string,
    triedAt: Date,
  ): Promise<Omit<BulkOutcome, 'itemId'> | undefined> {
    const search = new CaseSearchRepository(this.#context.db);
    const filter = { guildId, targetId, moderatorId, type: 'ban' } as const;
    const findCase = async () =>
      (await search.list(filter)).rows.find(({ createdAt }) => createdAt >= triedAt);
    const begun = await findCase();
    if (begun?.state === 'pending') await this.#settler.settle(begun);
    const settled = await findCase();
    if (!settled) return undefined;
    return { caseNumber: settled.number, ...(settled.failure !== null && { failure: settled.failure }) };
  }
}
