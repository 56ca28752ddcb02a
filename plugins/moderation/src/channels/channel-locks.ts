import { clip, UserError } from '@twi/sdk';
import { type GuildMember, OverwriteType } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { validReason } from '../cases/valid-reason.ts';
import { ChannelLockRepository } from '../database/channel-lock-repository.ts';
import type { ModerationTransaction } from '../database/exclusively.ts';
import { assertBotMay, changing } from './assert-bot-may.ts';
import { alreadyLocked, notLocked } from './channel-errors.ts';
import {
  lockedOverwrites,
  overwritesToLock,
  restoredOverwrites,
  type WantedOverwrite,
} from './lock-overwrites.ts';
import type { LockableChannel } from './lockable-channel.ts';

export interface LockRequest {
  readonly channel: LockableChannel;
  readonly moderator: GuildMember;
  readonly reason?: string | undefined;
}

/** Keeps people from writing in channels, and gives them back exactly what they had. */
export class ChannelLocks {
  readonly #context: ModerationContext;
  readonly #locks: ChannelLockRepository;

  constructor(context: ModerationContext) {
    this.#context = context;
    this.#locks = new ChannelLockRepository(context.db);
  }

  /**
   * Locks a channel. What it was like is written down first, so that a stop on the way leaves nothing that `unlock`
   * cannot mend.
   *
   * @throws {UserError} `moderation.already-locked`
   */
  async lock({ channel, moderator, reason }: LockRequest): Promise<void> {
    const key = await this.#prepare({ channel, moderator });
    const trimmed = reason === undefined ? null : validReason(reason);
    const overwrites = overwritesToLock(channel);
    const lock = { ...key, moderatorId: moderator.id, reason: trimmed, overwrites };
    if (!(await this.#locks.add(lock)))
      throw new UserError(alreadyLocked(channel.id, (await this.#locks.find(key))?.moderatorId));
    const why = auditText(moderator, trimmed);
    try {
      await changing(channel.id, () => apply(channel, lockedOverwrites(channel, overwrites), why));
    } catch (error) {
      // Discord said no, so nothing was changed. Without an answer nobody knows, and `unlock` can still mend it.
      if (error instanceof UserError) await this.#locks.remove(key);
      throw error;
    }
    await this.#audit('lock', { channel, moderator, reason: trimmed });
  }

  /** Gives people back what they had. @throws {UserError} `moderation.not-locked` */
  async unlock({ channel, moderator, reason }: LockRequest): Promise<void> {
    const key = await this.#prepare({ channel, moderator });
    const trimmed = reason === undefined ? null : validReason(reason);
    const lock = await this.#locks.find(key);
    if (!lock || lock.unlockedBy) throw new UserError(notLocked(channel.id, lock?.unlockedBy));
    const wanted = restoredOverwrites(channel, lock.overwrites);
    await changing(channel.id, () => apply(channel, wanted, auditText(moderator, trimmed)));
    await this.#context.db.transaction().execute(async (transaction) => {
      await new ChannelLockRepository(transaction).markUnlocked(key, moderator.id);
      await this.#audit('unlock', { channel, moderator, reason: trimmed }, transaction);
    });
  }

  async #prepare({ channel, moderator }: LockRequest) {
    // Overwrites of a moment ago may not have reached the cache.
    await channel.fetch(true);
    await assertBotMay(channel, ['ViewChannel', 'ManageChannels', 'ManageRoles']);
    await Promise.all([this.#context.ensureGuild(channel.guild.id), this.#context.ensureUser(moderator.id)]);
    return { guildId: channel.guild.id, channelId: channel.id };
  }

  #audit(
    verb: 'lock' | 'unlock',
    { channel, moderator, reason }: Omit<LockRequest, 'reason'> & { readonly reason: string | null },
    transaction?: ModerationTransaction,
  ): Promise<void> {
    return this.#context.audit.record({
      guildId: channel.guild.id,
      userId: moderator.id,
      action: `moderation.${verb}`,
      target: channel.id,
      details: { reason },
      reversal: { channel: channel.id },
      ...(transaction && { transaction }),
    });
  }
}

async function apply(
  channel: LockableChannel,
  wanted: readonly WantedOverwrite[],
  reason: string,
): Promise<void> {
  const { permissionOverwrites } = channel;
  const changed = new Set(wanted.map(({ roleId }) => roleId));
  const others = [...permissionOverwrites.cache.values()].filter(({ id }) => !changed.has(id));
  const ours = wanted
    // An overwrite without bits says nothing, as if there were none.
    .filter(({ allow, deny }) => allow !== 0n || deny !== 0n)
    .map(({ roleId: id, allow, deny }) => ({
      id,
      type: id === channel.client.user.id ? OverwriteType.Member : OverwriteType.Role,
      allow,
      deny,
    }));
  // All in one request: the channel is never half locked.
  await permissionOverwrites.set([...others, ...ours], reason);
}

function auditText(moderator: GuildMember, reason: string | null): string {
  return clip(`${moderator.user.username}${reason ? `: ${reason}` : ''}`, 512);
}
