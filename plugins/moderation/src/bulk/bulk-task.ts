import type { PlainReply } from '@twi/sdk';
import type { Guild, GuildMember } from 'discord.js';
import type { BulkCounts, BulkItem, BulkOutcome, BulkRun } from '../database/bulk-repository.ts';

/** A run that a process has begun to work on. */
export interface BulkWork {
  readonly run: BulkRun;
  readonly guild: Guild;
  readonly moderator: GuildMember;
}

/** One kind of bulk work. */
export interface BulkTask {
  /** The node that the moderator must still hold when the work goes on. */
  readonly node: string;
  /** The items of the next step, out of those that wait. */
  pick(waiting: readonly BulkItem[]): readonly BulkItem[];
  /** Does one step. An item that was begun before (`triedAt`) may have been done: it must not be done twice. */
  attempt(work: BulkWork, items: readonly BulkItem[]): Promise<readonly BulkOutcome[]>;
  /** What the moderator reads meanwhile. */
  progress(run: BulkRun, counts: BulkCounts): PlainReply;
  /** Records what took place and closes the run. @returns what the moderator reads at the end. */
  finish(work: BulkWork, counts: BulkCounts): Promise<PlainReply>;
}
