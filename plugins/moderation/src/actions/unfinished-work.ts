import type { ModerationContext } from '../context.ts';
import { CaseRepository } from '../database/case-repository.ts';
import { ExpiryRepository } from '../database/expiry-repository.ts';
import { WarnPointsRepository } from '../database/warn-points-repository.ts';

/** An action takes seconds; what is older was interrupted. */
const PENDING_FOR_MS = 120_000;
/** A ban's own job comes first. */
const OVERDUE_FOR_MS = 60_000;
const BATCH_SIZE = 1_000;

/** Finds what nobody is working on any more, from the tables alone: jobs may be lost, retried out or refused. */
export class UnfinishedWork {
  readonly #context: ModerationContext;

  constructor(context: ModerationContext) {
    this.#context = context;
  }

  async resume(): Promise<void> {
    const { db, jobs } = this.#context;
    const now = Date.now();
    const interruptedBefore = new Date(now - PENDING_FOR_MS);
    const pending = await new CaseRepository(db).listPending(interruptedBefore, BATCH_SIZE);
    for (const { guildId, number } of pending)
      await jobs.send('settle-case', { guildId, number }, { key: `${guildId}/${number}` });

    const warnings = await new WarnPointsRepository(db).listUnfollowed(interruptedBefore, BATCH_SIZE);
    for (const { guildId, number } of warnings)
      await jobs.send('follow-warning', { guildId, number }, { key: `${guildId}/${number}` });

    const overdue = await new ExpiryRepository(db).listDue(new Date(now - OVERDUE_FOR_MS), BATCH_SIZE);
    for (const { guildId, userId, caseNumber } of overdue)
      await jobs.send(
        'lift-ban',
        { guildId, userId, caseNumber },
        { key: `${guildId}/${userId}/${caseNumber}` },
      );
  }
}
