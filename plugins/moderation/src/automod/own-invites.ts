import { DiscordAPIError, type Guild, PermissionFlagsBits, type Snowflake } from 'discord.js';
import { BoundedMap } from './engine/bounded-map.ts';

/** A new invite of the server's own is known after this at the latest; one request per server in that time. */
const KEPT_MS = 60_000;
const MOST_GUILDS = 1_000;

interface Known {
  readonly codes: Promise<ReadonlySet<string>>;
  readonly until: number;
}

/** The codes of invites to a server itself, its vanity address included, which needs no request. */
export class OwnInvites {
  readonly #known = new BoundedMap<Snowflake, Known>(MOST_GUILDS);

  async of(guild: Guild): Promise<ReadonlySet<string>> {
    const known = this.#known.get(guild.id);
    if (known && known.until > Date.now()) return known.codes;
    const codes = fetchCodes(guild);
    this.#known.set(guild.id, { codes, until: Date.now() + KEPT_MS });
    return codes;
  }
}

/** Discord tells invites only to who may manage the server; without that, the vanity address is all that is known. */
async function fetchCodes(guild: Guild): Promise<ReadonlySet<string>> {
  const vanity = guild.vanityURLCode ? [guild.vanityURLCode] : [];
  if (!guild.members.me?.permissions.has(PermissionFlagsBits.ManageGuild)) return new Set(vanity);
  try {
    const invites = await guild.invites.fetch({ cache: false });
    return new Set([...vanity, ...invites.keys()]);
  } catch (error) {
    if (error instanceof DiscordAPIError) return new Set(vanity);
    throw error;
  }
}
