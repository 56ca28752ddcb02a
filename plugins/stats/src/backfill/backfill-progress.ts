import { translator, UserError } from '@twi/sdk';
import { DiscordAPIError, type GuildMember, PermissionFlagsBits, type Snowflake } from 'discord.js';
import type { StatsContext } from '../context.ts';
import {
  type BackfillMessage,
  BackfillMessageRepository,
  type DueBackfillMessage,
} from '../database/backfill-message-repository.ts';
import { backfillOver, mayNotSeeChannel } from '../errors.ts';
import { backfillReply } from '../replies/backfill-reply.ts';
import type { Backfill, BackfillRequest, Backfills } from './backfills.ts';

/** Discord throttles edits of one message; nobody reads it more often either. */
const INTERVAL_MS = 4_000;

/** Which back-fill, of which channel. */
interface BackfillKey {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly id: string;
}

/** Back-fills as the staff sees them: what they ask for, how far it is, and how to end it. */
export class BackfillProgress {
  readonly #context: StatsContext;
  readonly #backfills: Backfills;
  readonly #messages: BackfillMessageRepository;
  /** What messages show that this process edited: a back-fill may stand still for days, where a channel is closed. */
  readonly #shown = new Map<string, string>();

  constructor(context: StatsContext, backfills: Backfills) {
    this.#context = context;
    this.#backfills = backfills;
    this.#messages = new BackfillMessageRepository(context.db);
  }

  /**
   * Begins to count the past of a channel, and records who asked.
   *
   * @throws {UserError} `stats.may-not-see-channel` and those of {@link Backfills.ask}
   */
  async ask(request: Omit<BackfillRequest, 'askedBy' | 'guildId'>, member: GuildMember): Promise<Backfill> {
    const { channelId, days } = request;
    assertSees(member, channelId);
    const guildId = member.guild.id;
    const begun = await this.#backfills.ask({ ...request, guildId, askedBy: member.id });
    await this.#context.audit.record({
      guildId,
      userId: member.id,
      action: 'stats.backfill',
      target: channelId,
      details: { backfill: begun.id, days },
      irreversibleBecause:
        'What was written was counted, and stays. A back-fill that goes on has a button that ends it.',
    });
    return begun;
  }

  /** Keeps a message up to date until the end, whichever process does it. */
  show(message: BackfillMessage): Promise<void> {
    return this.#messages.add(message);
  }

  /**
   * Ends a back-fill; what was counted stays.
   *
   * @throws {UserError} `stats.backfill-over` when it is not at work; `stats.may-not-see-channel`
   */
  async stop({ guildId, channelId, id }: BackfillKey, member: GuildMember): Promise<Backfill> {
    assertSees(member, channelId);
    const latest = await this.#backfills.latest(guildId, channelId);
    if (latest?.id !== id || !(await this.#backfills.stop(guildId, channelId)))
      throw new UserError(backfillOver());
    await this.#context.audit.record({
      guildId,
      userId: member.id,
      action: 'stats.backfill-stop',
      target: channelId,
      details: { backfill: id },
      irreversibleBecause: 'Ask for it again with `/stats backfill`: what was counted is left out.',
    });
    await this.#messages.remove(id);
    this.#shown.delete(id);
    return (await this.#backfills.latest(guildId, channelId)) ?? latest;
  }

  /** Brings messages up to date, also those that another process posted. */
  async work(): Promise<void> {
    const { client } = this.#context;
    if (!client.isReady()) return;
    const due = await this.#messages.takeDue([...client.guilds.cache.keys()], INTERVAL_MS);
    for (const message of due) await this.#edit(message);
  }

  async #edit({ backfillId, guildId, channelId, messageId, aboutId }: DueBackfillMessage): Promise<void> {
    const guild = this.#context.client.guilds.cache.get(guildId);
    const backfill = await this.#backfills.latest(guildId, aboutId);
    // Another one of the channel can only have begun after the end of this one.
    const isOver = backfill?.id !== backfillId || backfill.state === 'done' || backfill.state === 'stopped';
    const channel = guild?.channels.cache.get(channelId);
    if (guild && backfill?.id === backfillId && channel?.isTextBased()) {
      const state = JSON.stringify(backfill);
      if (this.#shown.get(backfillId) === state) return;
      const isShown = await this.#try(async () =>
        channel.messages.edit(messageId, backfillReply(backfill, aboutId, await translator(guild))),
      );
      this.#shown.set(backfillId, state);
      if (isShown && !isOver) return;
    }
    this.#shown.delete(backfillId);
    await this.#messages.remove(backfillId);
  }

  /** Whether it could be shown: somebody may have deleted the message or taken the channel away. */
  async #try(edit: () => Promise<unknown>): Promise<boolean> {
    try {
      await edit();
      return true;
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      this.#context.logger.debug('The progress of a back-fill cannot be shown.', error);
      return false;
    }
  }
}

function assertSees(member: GuildMember, channelId: Snowflake): void {
  const channel = member.guild.channels.cache.get(channelId);
  const isSeen = channel?.permissionsFor(member).has(PermissionFlagsBits.ViewChannel) ?? false;
  if (!isSeen) throw new UserError(mayNotSeeChannel());
}
