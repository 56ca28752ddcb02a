import { isRefusalWith, UserError } from '@twi/sdk';
import { type GuildMember, RESTJSONErrorCodes, type Snowflake, type User } from 'discord.js';
import { isBanned } from '../actions/is-banned.ts';
import { assertBotHolds, assertInReach, findTarget } from '../actions/target.ts';
import { validReason } from '../cases/valid-reason.ts';
import type { ModerationContext } from '../context.ts';
import { BulkRepository, type BulkRun } from '../database/bulk-repository.ts';
import { parseUsers } from './parse-users.ts';

export interface MassBanRequest {
  readonly moderator: GuildMember;
  /** Ids and mentions as typed. */
  readonly users: string;
  readonly reason?: string | undefined;
}

/** Somebody who cannot be banned, and why. */
export interface LeftOut {
  readonly userId: Snowflake;
  readonly why: string;
}

/** A mass ban that waits for a yes. */
export interface MassBanQuestion {
  /** Absent: there is nobody to ban. */
  readonly run: BulkRun | undefined;
  readonly userIds: readonly Snowflake[];
  readonly leftOut: readonly LeftOut[];
}

/** How many people are looked up at a time. */
const AT_ONCE = 10;

/** Prepares mass bans: everybody is looked at one by one before the moderator is asked. */
export class MassBans {
  readonly #context: ModerationContext;

  constructor(context: ModerationContext) {
    this.#context = context;
  }

  /** @throws {UserError} for what is wrong with the request as a whole */
  async ask({ moderator, users, reason }: MassBanRequest): Promise<MassBanQuestion> {
    const { guild } = moderator;
    const ids = parseUsers(users);
    const trimmed = reason === undefined ? null : validReason(reason);
    await assertBotHolds(guild, 'BanMembers');

    const leftOut: LeftOut[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const checked = await Promise.all(
        ids
          .slice(from, from + AT_ONCE)
          .map(async (userId) => ({ userId, why: await whyNot(moderator, userId) })),
      );
      leftOut.push(...checked.flatMap(({ userId, why }) => (why === undefined ? [] : [{ userId, why }])));
    }
    const userIds = ids.filter((id) => leftOut.every(({ userId }) => userId !== id));
    const run = userIds.length > 0 ? await this.#create(moderator, userIds, trimmed) : undefined;
    return { run, userIds, leftOut };
  }

  async #create(
    { guild, id: moderatorId }: GuildMember,
    userIds: readonly Snowflake[],
    reason: string | null,
  ): Promise<BulkRun> {
    await Promise.all([this.#context.ensureGuild(guild.id), this.#context.ensureUser(moderatorId)]);
    return this.#context.db
      .transaction()
      .execute((transaction) =>
        new BulkRepository(transaction).create(
          { guildId: guild.id, kind: 'mass-ban', state: 'asked', moderatorId, reason },
          userIds,
        ),
      );
  }
}

/** Why somebody cannot be banned, or `undefined`. */
async function whyNot(moderator: GuildMember, userId: Snowflake): Promise<string | undefined> {
  const { guild } = moderator;
  try {
    const user: User = await guild.client.users.fetch(userId);
    const target = await findTarget(guild, user);
    assertInReach(target, { moderator, botActs: true });
    if (!target.member && (await isBanned(guild, userId))) return 'is banned already.';
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    if (isRefusalWith(error, RESTJSONErrorCodes.UnknownUser)) return 'is nobody that Discord knows.';
    throw error;
  }
}
