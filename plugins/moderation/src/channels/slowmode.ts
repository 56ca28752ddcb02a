import { UserError } from '@twi/sdk';
import type { GuildMember } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { assertBotMay, changing } from './assert-bot-may.ts';
import { slowmodeChangedSince } from './channel-errors.ts';
import type { SlowableChannel } from './lockable-channel.ts';

export interface SlowmodeRequest {
  readonly channel: SlowableChannel;
  readonly moderator: GuildMember;
  /** Between two messages of a person, 0 (off) to 21,600. */
  readonly seconds: number;
  /** Only if it still is this. */
  readonly expected?: number;
}

/** Sets how often people may write in a channel. */
export class Slowmode {
  readonly #context: ModerationContext;

  constructor(context: ModerationContext) {
    this.#context = context;
  }

  /** @throws {UserError} `moderation.slowmode-changed-since` when it is not what was expected */
  async set({ channel, moderator, seconds, expected }: SlowmodeRequest): Promise<void> {
    await assertBotMay(channel, ['ViewChannel', 'ManageChannels']);
    const before = channel.rateLimitPerUser ?? 0;
    if (expected !== undefined && before !== expected)
      throw new UserError(slowmodeChangedSince(channel.id, before));
    await changing(channel.id, () => channel.setRateLimitPerUser(seconds, moderator.user.username));
    await this.#context.audit.record({
      guildId: channel.guild.id,
      userId: moderator.id,
      action: 'moderation.slowmode',
      target: channel.id,
      details: { before, after: seconds },
      reversal: { channel: channel.id, before, after: seconds },
    });
  }
}
