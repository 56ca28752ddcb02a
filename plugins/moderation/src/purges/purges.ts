import { missingPermissions, permissionName, UserError } from '@twi/sdk';
import {
  type GuildMember,
  type GuildTextBasedChannel,
  type Message,
  type PermissionsString,
  type Snowflake,
} from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { BulkRepository, type BulkRun } from '../database/bulk-repository.ts';
import type { BulkState } from '../database/bulk-tables.ts';
import {
  PurgeArchiveRepository,
  type PurgedFile,
  type PurgedMessage,
} from '../database/purge-archive-repository.ts';
import { filterText, isToPurge, type PurgeFilter } from './purge-filter.ts';
import { cannotPurgeHere, nothingToPurge } from './purge-errors.ts';
import { isYoung } from './young.ts';

export interface PurgeRequest {
  readonly channel: GuildTextBasedChannel;
  readonly moderator: GuildMember;
  /** 1 to 500. */
  readonly count: number;
  readonly filter: PurgeFilter;
  /** Only messages before and after these ids. */
  readonly before?: Snowflake | undefined;
  readonly after?: Snowflake | undefined;
  /** Lets the bot edit its reply while it works. */
  readonly replyToken: string;
}

/** What is deleted at once, and what waits for a yes: Discord deletes messages older than 14 days one by one only. */
export interface PurgePlan {
  readonly young: BulkRun | undefined;
  readonly old: BulkRun | undefined;
  readonly oldCount: number;
}

export interface PurgeArchive {
  readonly messages: readonly PurgedMessage[];
  readonly files: readonly PurgedFile[];
}

const PAGE_SIZE = 100;
/** Further back nobody expects a purge to look. */
const MOST_SCANNED = 5_000;
/** Discord takes ten attachments to a message (Resources › Message); one is the text. */
const MOST_FILES_SHOWN = 9;

const NEEDED = [
  'ViewChannel',
  'ReadMessageHistory',
  'ManageMessages',
] as const satisfies readonly PermissionsString[];

/** Prepares purges: finds the messages, and archives them before anything is deleted. */
export class Purges {
  readonly #context: ModerationContext;

  constructor(context: ModerationContext) {
    this.#context = context;
  }

  /** @throws {UserError} `moderation.nothing-to-purge`, `moderation.cannot-purge-here` */
  async plan(request: PurgeRequest): Promise<PurgePlan> {
    await assertCanPurge(request.channel);
    const { found, scanned } = await findMessages(request);
    if (found.length === 0) throw new UserError(nothingToPurge(scanned));
    const young = found.filter(({ id }) => isYoung(id));
    const old = found.filter(({ id }) => !isYoung(id));
    return {
      young: await this.#archive(request, young, 'running'),
      old: await this.#archive(request, old, 'asked'),
      oldCount: old.length,
    };
  }

  /** What the purge of a case deleted. */
  async archiveOf(guildId: Snowflake, caseNumber: number): Promise<PurgeArchive> {
    const archive = new PurgeArchiveRepository(this.#context.db);
    const messages = await archive.ofCase(guildId, caseNumber);
    const [first] = messages;
    return { messages, files: first ? await archive.filesOf(first.runId, MOST_FILES_SHOWN) : [] };
  }

  async #archive(
    { channel, moderator, filter, replyToken }: PurgeRequest,
    messages: readonly Message[],
    state: BulkState,
  ): Promise<BulkRun | undefined> {
    if (messages.length === 0) return undefined;
    const guildId = channel.guild.id;
    await Promise.all([
      this.#context.ensureGuild(guildId),
      this.#context.ensureUser(moderator.id),
      filter.userId === undefined ? undefined : this.#context.ensureUser(filter.userId),
    ]);
    return this.#context.db.transaction().execute(async (transaction) => {
      const run = await new BulkRepository(transaction).create(
        {
          guildId,
          kind: 'purge',
          state,
          moderatorId: moderator.id,
          targetId: filter.userId,
          channelId: channel.id,
          reason: filterText(filter) || null,
          // A question gets the token of its answer.
          ...(state === 'running' && { replyToken }),
        },
        messages.map(({ id }) => id),
      );
      const rows = messages.map((message) => ({ runId: run.id, guildId, ...contentOf(message) }));
      await new PurgeArchiveRepository(transaction).add(rows);
      return run;
    });
  }
}

function contentOf({ id, author, content, attachments }: Message) {
  return {
    messageId: id,
    authorId: author.id,
    authorName: author.username,
    content,
    attachments: attachments.map(({ id: attachmentId, name, url, size }) => ({
      id: attachmentId,
      name,
      url,
      size,
    })),
  };
}

/** Walks back from `before` until there are enough. */
async function findMessages({
  channel,
  count,
  filter,
  before,
  after,
}: PurgeRequest): Promise<{ readonly found: Message[]; readonly scanned: number }> {
  const found: Message[] = [];
  let scanned = 0;
  let cursor = before;
  while (found.length < count && scanned < MOST_SCANNED) {
    const page = await channel.messages.fetch({
      limit: PAGE_SIZE,
      cache: false,
      ...(cursor !== undefined && { before: cursor }),
    });
    const inRange = [...page.values()].filter(({ id }) => after === undefined || isNewer(id, after));
    found.push(...inRange.filter((message) => isToPurge(message, filter)));
    scanned += inRange.length;
    if (inRange.length < PAGE_SIZE) break;
    cursor = inRange.at(-1)?.id;
  }
  return { found: found.slice(0, count), scanned };
}

function isNewer(id: Snowflake, than: Snowflake): boolean {
  return BigInt(id) > BigInt(than);
}

async function assertCanPurge(channel: GuildTextBasedChannel): Promise<void> {
  const missing = await missingPermissions(channel, NEEDED);
  if (missing.length > 0) throw new UserError(cannotPurgeHere(channel.id, missing.map(permissionName)));
}
