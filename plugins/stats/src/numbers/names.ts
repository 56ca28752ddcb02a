import type { Channel, Guild, Snowflake } from 'discord.js';
import type { Translator } from '@twi/sdk';

/** So many that are not known are asked for. */
const MOST_FETCHED = 25;

/** What channels and people are called, for charts and tables, in which no mention is shown. */
export class Names {
  /** Names of channels, such as `#art`; those that are gone are called so. */
  async channels(
    guild: Guild,
    ids: readonly Snowflake[],
    t: Translator,
  ): Promise<ReadonlyMap<Snowflake, string>> {
    let left = MOST_FETCHED;
    const names = ids.map(async (id): Promise<[Snowflake, string]> => {
      const known = guild.channels.cache.get(id);
      // An archived thread is a channel that is there and not known.
      const channel = known ?? (left-- > 0 ? await fetchedChannel(guild, id) : undefined);
      return [id, channel ? nameOf(channel) : t('stats:reading.gone-channel')];
    });
    return new Map(await Promise.all(names));
  }

  /** What people are called here; those who left are called by their account's name. */
  async users(
    guild: Guild,
    ids: readonly Snowflake[],
    t: Translator,
  ): Promise<ReadonlyMap<Snowflake, string>> {
    const missing = ids.filter((id) => !guild.members.cache.has(id)).slice(0, MOST_FETCHED);
    // Whoever left is not among the answers.
    if (missing.length > 0) await guild.members.fetch({ user: missing }).catch(() => undefined);
    const names = ids.map(async (id): Promise<[Snowflake, string]> => {
      const member = guild.members.cache.get(id);
      if (member) return [id, member.displayName];
      const user = missing.includes(id) ? await guild.client.users.fetch(id).catch(() => null) : null;
      return [
        id,
        user ? t('stats:reading.left', { name: user.displayName }) : t('stats:reading.gone-person'),
      ];
    });
    return new Map(await Promise.all(names));
  }
}

async function fetchedChannel(guild: Guild, id: Snowflake): Promise<Channel | null> {
  return guild.channels.fetch(id, { cache: false }).catch(() => null);
}

function nameOf(channel: Channel): string {
  if (!('name' in channel) || channel.name === null) return channel.id;
  return channel.isThread() || channel.isVoiceBased() ? channel.name : `#${channel.name}`;
}
