import { type Guild, PermissionFlagsBits, type Snowflake } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { Turns } from './turns.ts';

interface KnownInvite {
  readonly uses: number;
  readonly maxUses: number;
}

type KnownInvites = ReadonlyMap<string, KnownInvite>;

/**
 * Finds out which invite a new member used: Discord does not say, so the counts before and after are compared. Where
 * several joined at once, or the bot may not see the invites (Manage Server), it stays unknown.
 */
export class InviteTracker {
  readonly #context: ModerationContext;
  readonly #known = new Map<Snowflake, KnownInvites>();
  readonly #turns = new Turns();

  constructor(context: ModerationContext) {
    this.#context = context;
  }

  /** Learns the counts of the invites of a guild. */
  async learn(guild: Guild): Promise<void> {
    await this.#turns.take(guild.id, () => this.#learn(guild));
  }

  /** The code of the invite that somebody just used, if that can be told. */
  async used(guild: Guild): Promise<string | undefined> {
    return this.#turns.take(guild.id, async () => {
      const before = this.#known.get(guild.id);
      const after = await this.#learn(guild);
      return before && after && usedBetween(before, after);
    });
  }

  async #learn(guild: Guild): Promise<KnownInvites | undefined> {
    if (!guild.members.me?.permissions.has(PermissionFlagsBits.ManageGuild)) return undefined;
    try {
      const invites = await guild.invites.fetch({ cache: false });
      const known = new Map(
        invites.map(({ code, uses, maxUses }) => [code, { uses: uses ?? 0, maxUses: maxUses ?? 0 }]),
      );
      this.#known.set(guild.id, known);
      return known;
    } catch (error) {
      this.#context.logger.warn(`The invites of guild ${guild.id} could not be read.`, error);
      return undefined;
    }
  }
}

function usedBetween(before: KnownInvites, after: KnownInvites): string | undefined {
  const used = [...after].filter(([code, { uses }]) => uses > (before.get(code)?.uses ?? 0));
  // The last use of an invite takes it away.
  const usedUp = [...before].filter(([code, { uses, maxUses }]) => !after.has(code) && uses + 1 === maxUses);
  const candidates = [...used, ...usedUp].map(([code]) => code);
  return candidates.length === 1 ? candidates[0] : undefined;
}
