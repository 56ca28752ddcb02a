import { type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import type { StatsContext } from '../context.ts';
import { type ParkedChannel, ParkedGapRepository } from '../database/parked-gap-repository.ts';
import type { Gap } from '../database/gap-repository.ts';

const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/** Whether the bot may read the history of a channel, as far as its permissions tell. */
export function mayRead(channel: GuildBasedChannel): boolean {
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(NEEDED);
}

/** Gaps in channels that the bot may not read: they wait until it may. */
export class ParkedGaps {
  readonly #context: StatsContext;
  readonly #rows: ParkedGapRepository;

  constructor(context: StatsContext, sessionId: string) {
    this.#context = context;
    this.#rows = new ParkedGapRepository(context.db, sessionId);
  }

  /** Lets a gap wait, because the bot may not read, or because Discord refused it all the same. */
  async park(gap: Gap, reason: { readonly isRefused: boolean }): Promise<void> {
    await this.#rows.park(gap, reason);
  }

  /** Goes on where the bot may read again. */
  async resume(): Promise<void> {
    const parked = await this.#rows.list();
    const readable = parked.filter((place) => this.#isReadable(place));
    await this.#rows.resume(readable.map(({ channelId }) => channelId));
  }

  /** Of an archived thread, which is not known, what it is in tells. */
  #isReadable({ guildId, channelId, parentId }: ParkedChannel): boolean {
    const channels = this.#context.client.guilds.cache.get(guildId)?.channels.cache;
    const channel = channels?.get(channelId) ?? channels?.get(parentId ?? '');
    // One that nobody knows may be gone: Discord tells when it is asked.
    return channels !== undefined && (channel === undefined || mayRead(channel));
  }
}
