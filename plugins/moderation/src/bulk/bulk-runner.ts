import { ownMember } from '@twi/sdk';
import type { Client } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { BulkRepository, type BulkRun, type BulkRunKey } from '../database/bulk-repository.ts';
import type { BulkKind } from '../database/bulk-tables.ts';
import type { ModerationTransaction } from '../database/exclusively.ts';
import { findMember } from '../actions/target.ts';
import type { BulkTask, BulkWork } from './bulk-task.ts';
import { ProgressReply } from './progress-reply.ts';

/** The most items that a step looks at. */
const LOOK_AHEAD = 100;
const BATCH_SIZE = 100;

/** Works through bulk runs step by step. What is done is in the database, so any process can go on after any stop. */
export class BulkRunner {
  readonly #context: ModerationContext;
  readonly #runs: BulkRepository;
  readonly #tasks: Readonly<Record<BulkKind, BulkTask>>;

  constructor(context: ModerationContext, tasks: Readonly<Record<BulkKind, BulkTask>>) {
    this.#context = context;
    this.#runs = new BulkRepository(context.db);
    this.#tasks = tasks;
  }

  /** Confirms a question that is still open; tells whether it was. */
  async confirm(key: BulkRunKey, replyToken: string): Promise<boolean> {
    return this.#context.db.transaction().execute(async (transaction) => {
      const run = await new BulkRepository(transaction).answer(key, { state: 'running', replyToken });
      if (run) await this.send(run, transaction);
      return run !== undefined;
    });
  }

  /** Answers a question with no; tells whether it was still open. */
  async cancel(key: BulkRunKey): Promise<boolean> {
    return (await this.#runs.answer(key, { state: 'cancelled' })) !== undefined;
  }

  /** Lets a job begin the work. */
  async send({ guildId, id }: BulkRunKey, transaction?: ModerationTransaction): Promise<void> {
    await this.#context.jobs.send(
      'run-bulk',
      { guildId, id },
      { key: `${guildId}/${id}`, ...(transaction && { transaction }) },
    );
  }

  /** Sends a job for every run that was interrupted. */
  async resume(): Promise<void> {
    for (const run of await this.#runs.listAbandoned(BATCH_SIZE)) await this.send(run);
  }

  /** Does what is left of a run, unless another process is at it. */
  async run(key: BulkRunKey, signal: AbortSignal): Promise<void> {
    const { client } = this.#context;
    if (!client.isReady()) throw new Error('No bulk work can be done before the bot has logged in.');
    const run = await this.#runs.claim(key);
    if (!run) return;
    try {
      await this.#work(run, client, signal);
    } finally {
      await this.#runs.release(run);
    }
  }

  async #work(run: BulkRun, client: Client<true>, signal: AbortSignal): Promise<void> {
    const task = this.#tasks[run.kind];
    const guild = await client.guilds.fetch(run.guildId);
    const moderator = await findMember(guild, run.moderatorId);
    const mayGoOn = moderator && (await this.#context.permissions.allows(moderator, task.node));
    // What was done is still recorded; nobody stands for the rest any more.
    if (!mayGoOn) await this.#runs.failWaiting(run, 'you may not do this any more.');
    const work = { run, guild, moderator: moderator ?? (await ownMember(guild)) };
    const reply = new ProgressReply(client, run.replyToken);
    while (!signal.aborted && (await this.#step(task, work)))
      await reply.show(async () => task.progress(run, await this.#runs.count(run)));
    if (signal.aborted) return;
    await reply.conclude(await task.finish(work, await this.#runs.count(run)));
  }

  /** Does one step; tells whether there may be more. */
  async #step(task: BulkTask, work: BulkWork): Promise<boolean> {
    const waiting = await this.#runs.listWaiting(work.run, LOOK_AHEAD);
    if (waiting.length === 0) return false;
    const items = task.pick(waiting);
    await this.#runs.renew(work.run);
    await this.#runs.markTried(
      work.run,
      items.map(({ itemId }) => itemId),
    );
    for (const outcome of await task.attempt(work, items)) await this.#runs.settle(work.run, outcome);
    return true;
  }
}
