import type { QueryCache } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Guild, GuildMember, GuildTextBasedChannel, Snowflake } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import type { UtilityContext } from '../context.ts';
import { type PinChannel, PinChannelRepository } from '../database/pin-channel-repository.ts';
import { pinnersText } from '../replies/pinners-text.ts';
import {
  pinChannelAllowed,
  pinChannelGone,
  pinChannelMovedOn,
  pinChannelNotAllowed,
  tooManyPinChannels,
  tooManyPinRoles,
} from './pin-errors.ts';

const MOST_GUILDS = 20_000;
const MOST_CHANNELS = 250;
const MOST_ROLES = 10;

/** Who may pin in a channel before and after a change; what the audit log keeps, for undo. */
export interface PinChannelTransition {
  readonly channelId: Snowflake;
  readonly before: readonly Snowflake[];
  readonly after: readonly Snowflake[];
}

type Change = (before: readonly Snowflake[], channels: readonly PinChannel[]) => readonly Snowflake[];

/** In which channels members may pin who hold no node for it. */
export class PinChannels {
  readonly #context: UtilityContext;
  readonly #channels: PinChannelRepository;
  readonly #cache: QueryCache<PinChannel[]>;

  constructor(context: UtilityContext) {
    this.#context = context;
    this.#channels = new PinChannelRepository(context.db);
    this.#cache = context.cache({
      name: 'pin-channels',
      max: MOST_GUILDS,
      load: (guildId) => this.#channels.listAll(guildId),
    });
  }

  list(guildId: Snowflake): Promise<readonly PinChannel[]> {
    return this.#cache.get(guildId);
  }

  /** Whether the list lets a member pin there; threads go with their channel. */
  async allows({ guild, roles }: GuildMember, channel: GuildTextBasedChannel): Promise<boolean> {
    const listedId = channel.isThread() ? channel.parentId : channel.id;
    const entry = (await this.list(guild.id)).find(({ channelId }) => channelId === listedId);
    return entry?.roleIds.some((id) => id === guild.id || roles.cache.has(id)) ?? false;
  }

  /**
   * Lets the holders of a role pin in a channel; the id of the guild stands for everybody.
   *
   * @throws {UserError} `utility.pin-channel-allowed` when they may already, or too many are listed
   */
  allow(channelId: Snowflake, roleId: Snowflake, by: GuildMember): Promise<PinChannelTransition> {
    return this.#change(channelId, by, (before, channels) => {
      const isAllowed = before.includes(roleId) || before.includes(by.guild.id);
      if (isAllowed) throw new UserError(pinChannelAllowed(channelId, pinnersText(by.guild.id, before)));
      if (before.length === 0 && channels.length >= MOST_CHANNELS)
        throw new UserError(tooManyPinChannels(MOST_CHANNELS));
      if (before.length >= MOST_ROLES) throw new UserError(tooManyPinRoles(channelId, MOST_ROLES));
      // Everybody holds every role.
      return roleId === by.guild.id ? [roleId] : [...before, roleId];
    });
  }

  /**
   * @param roleId whose holders may pin there no more; absent: nobody may
   * @throws {UserError} `utility.pin-channel-not-allowed`
   */
  forbid(
    channelId: Snowflake,
    roleId: Snowflake | undefined,
    by: GuildMember,
  ): Promise<PinChannelTransition> {
    return this.#change(channelId, by, (before) => {
      const isListed = roleId === undefined ? before.length > 0 : before.includes(roleId);
      if (!isListed) throw new UserError(pinChannelNotAllowed(channelId, roleId));
      return roleId === undefined ? [] : before.filter((id) => id !== roleId);
    });
  }

  /** Changes who may pin from one state to another, for undo and redo. @throws {UserError} `utility.pin-channel-moved-on`, `utility.pin-channel-gone` */
  async replace({ channelId, before, after }: PinChannelTransition, by: GuildMember): Promise<void> {
    if (!by.guild.channels.cache.has(channelId)) throw new UserError(pinChannelGone());
    await this.#change(channelId, by, (now) => {
      if (!isDeepStrictEqual(now, before)) throw new UserError(pinChannelMovedOn(channelId));
      return after;
    });
  }

  /** Forgets a channel or role that was deleted. Does nothing for any other. */
  async forget(guildId: Snowflake, goneId: Snowflake): Promise<void> {
    const names = ({ channelId, roleIds }: PinChannel) => channelId === goneId || roleIds.includes(goneId);
    if (!(await this.list(guildId)).some(names)) return;
    await this.#context.db.transaction().execute(async (transaction) => {
      const channels = new PinChannelRepository(transaction);
      await channels.lockGuild(guildId);
      for (const { channelId, roleIds } of (await channels.listAll(guildId)).filter(names))
        await channels.set(
          { guildId, channelId },
          channelId === goneId ? [] : roleIds.filter((id) => id !== goneId),
        );
    });
    await this.#cache.invalidate(guildId);
  }

  /** Forgets the channels of these guilds that were deleted while the bot was away. */
  async forgetGone(guilds: ReadonlyMap<Snowflake, Guild>): Promise<void> {
    for (const { guildId, channelId } of await this.#channels.listKeys([...guilds.keys()]))
      if (!guilds.get(guildId)?.channels.cache.has(channelId)) await this.forget(guildId, channelId);
  }

  async #change(channelId: Snowflake, by: GuildMember, change: Change): Promise<PinChannelTransition> {
    const guildId = by.guild.id;
    await Promise.all([this.#context.ensureGuild(guildId), this.#context.ensureUser(by.id)]);
    const changed = await this.#context.db.transaction().execute(async (transaction) => {
      const channels = new PinChannelRepository(transaction);
      await channels.lockGuild(guildId);
      const before = [...(await channels.rolesOf({ guildId, channelId }))];
      const after = [...change(before, await channels.listAll(guildId))];
      await channels.set({ guildId, channelId }, after);
      const transition = { channelId, before, after };
      await this.#context.audit.record({
        guildId,
        userId: by.id,
        action: 'utility.pin-channel',
        target: channelId,
        details: { 'who may pin': pinnersText(guildId, after) },
        reversal: transition,
        transaction,
      });
      return transition;
    });
    await this.#cache.invalidate(guildId);
    return changed;
  }
}
