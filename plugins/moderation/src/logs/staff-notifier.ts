import { reply } from '@twi/sdk';
import { channelMention, type Guild, type Snowflake } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { logChannelsOf } from './log-kind.ts';
import { writableChannel } from './writable-channel.ts';

/** Tells the people who run a server that something does not work, where it does. */
export class StaffNotifier {
  readonly #context: ModerationContext;

  constructor(context: ModerationContext) {
    this.#context = context;
  }

  /** Tells that a log channel takes no messages: in another place of the staff, else to the owner directly. */
  async tellBrokenLog(guild: Guild, channelId: Snowflake): Promise<void> {
    const exists = guild.channels.cache.has(channelId);
    const problem = exists
      ? `I cannot write in ${channelMention(channelId)}, where this server wants a log. I need **View Channel**, **Send Messages** and **Embed Links** there.`
      : `The channel with the id ${channelId}, where this server wants a log, is gone. Choose another one in the settings of the plugin.`;
    await this.tell(
      guild,
      `${problem} Until then nothing is logged there; I shall not remind you.`,
      channelId,
    );
  }

  /** Tells the staff something, in the first of its places that works. @param exceptId a channel that does not */
  async tell(guild: Guild, text: string, exceptId?: Snowflake): Promise<void> {
    const message = reply.warning(text, { footer: guild.name });
    for (const place of await this.#placesOf(guild, exceptId)) {
      try {
        await place.send(message);
        return;
      } catch (error) {
        this.#context.logger.debug('A place of the staff does not work either.', error);
      }
    }
    this.#context.logger.warn(`Nobody of the guild ${guild.id} could be told: ${text}`);
  }

  async #placesOf(guild: Guild, brokenId: Snowflake | undefined) {
    const settings = await this.#context.settings.get(guild.id);
    const channelIds = new Set([settings.reportChannel, ...logChannelsOf(settings)]);
    const channels = [...channelIds].flatMap((id) => {
      const channel = id === null || id === brokenId ? undefined : writableChannel(guild, id);
      return channel ?? [];
    });
    const updates = guild.publicUpdatesChannel && writableChannel(guild, guild.publicUpdatesChannel.id);
    const owner = await guild.fetchOwner();
    return [...channels, ...(updates ? [updates] : []), owner];
  }
}
