import { isRefusalWith, type PlainReply } from '@twi/sdk';
import { DiscordAPIError, type Guild, type GuildTextBasedChannel, RESTJSONErrorCodes } from 'discord.js';
import { refusalSentence } from '../actions/discord-refusal.ts';
import type { BulkTask, BulkWork } from '../bulk/bulk-task.ts';
import type { CaseBook } from '../cases/case-book.ts';
import type { ModerationContext } from '../context.ts';
import {
  type BulkCounts,
  type BulkItem,
  type BulkOutcome,
  BulkRepository,
  type BulkRun,
} from '../database/bulk-repository.ts';
import { PurgeArchiveRepository } from '../database/purge-archive-repository.ts';
import { messagesText, purgeProgressReply, purgeReportReply } from '../replies/purge-reply.ts';
import { AttachmentKeeper } from './attachment-keeper.ts';
import { isYoung } from './young.ts';

/** Deletes messages: young ones a hundred at a time, old ones singly. Deleting twice does no harm. */
export class PurgeTask implements BulkTask {
  readonly node = 'moderation.purge';
  readonly #context: ModerationContext;
  readonly #book: CaseBook;
  readonly #keeper: AttachmentKeeper;

  constructor(context: ModerationContext, book: CaseBook) {
    this.#context = context;
    this.#book = book;
    this.#keeper = new AttachmentKeeper(context);
  }

  pick(waiting: readonly BulkItem[]): readonly BulkItem[] {
    const young = waiting.filter(({ itemId }) => isYoung(itemId));
    return young.length > 0 ? young : waiting.slice(0, 1);
  }

  async attempt({ run, guild }: BulkWork, items: readonly BulkItem[]): Promise<readonly BulkOutcome[]> {
    const ids = items.map(({ itemId }) => itemId);
    await this.#keeper.keep(run.id, await new PurgeArchiveRepository(this.#context.db).find(run.id, ids));
    const failure = await deleteMessages(guild, run, ids);
    return ids.map((itemId) => ({ itemId, failure }));
  }

  progress(_run: BulkRun, counts: BulkCounts): PlainReply {
    return purgeProgressReply(counts);
  }

  async finish({ run, guild, moderator }: BulkWork, counts: BulkCounts): Promise<PlainReply> {
    const [failed] = await new BulkRepository(this.#context.db).listFailed(run);
    const failure = failed?.failure ?? undefined;
    if (counts.done === 0) {
      await this.#context.db
        .transaction()
        .execute((transaction) => closeRun(run, new BulkRepository(transaction), transaction));
      return purgeReportReply(counts, { failure });
    }
    const target = await guild.client.users.fetch(run.targetId ?? guild.client.user.id);
    const reason = `${messagesText(counts.done)}${run.reason ? ` ${run.reason}` : ''}`;
    const { number } = await this.#book.record(
      { guild, moderator, target, reason },
      { type: 'purge', channelId: run.channelId ?? undefined },
      (recorded, transaction) => closeRun(run, new BulkRepository(transaction), transaction, recorded.number),
    );
    return purgeReportReply(counts, { failure, number });
  }
}

async function closeRun(
  run: BulkRun,
  runs: BulkRepository,
  transaction: ConstructorParameters<typeof PurgeArchiveRepository>[0],
  caseNumber?: number,
): Promise<void> {
  await runs.finish(run, caseNumber);
  await new PurgeArchiveRepository(transaction).dropUndeleted(run.id);
}

/** Why Discord refused, or `undefined` when the messages are gone. */
async function deleteMessages(
  guild: Guild,
  { channelId }: BulkRun,
  ids: readonly string[],
): Promise<string | undefined> {
  try {
    const channel = await fetchChannel(guild, channelId);
    const [first, ...others] = ids;
    if (first !== undefined && others.length === 0) await channel.messages.delete(first);
    else await channel.bulkDelete([...ids]);
    return undefined;
  } catch (error) {
    if (isRefusalWith(error, RESTJSONErrorCodes.UnknownMessage)) return undefined;
    if (error instanceof DiscordAPIError) return refusalSentence(error);
    throw error;
  }
}

async function fetchChannel(guild: Guild, channelId: string | null): Promise<GuildTextBasedChannel> {
  const channel = channelId && (await guild.channels.fetch(channelId));
  if (!channel || !channel.isTextBased()) throw new TypeError('A purge takes place in a text channel.');
  return channel;
}
