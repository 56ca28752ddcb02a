import { isRefusalWith } from '@twi/sdk';
import { GatewayIntentBits, type Guild, RESTJSONErrorCodes, type Snowflake } from 'discord.js';
import type { CreatorLinksContext } from '../context.ts';
import { CreatorRepository } from '../database/creator-repository.ts';
import type { CreatorKey } from '../database/link-repository.ts';

/** How long it is believed that somebody is there, or is not: people come and go while the bot is away. */
const BELIEVED_MS = 6 * 3_600_000;

/** Knows which creators are in their guild: from events, and by asking for those whose links are about to be shown. */
export class Presence {
  readonly #context: CreatorLinksContext;
  readonly #creators: CreatorRepository;

  constructor(context: CreatorLinksContext) {
    this.#context = context;
    this.#creators = new CreatorRepository(context.db);
  }

  /** Somebody came or went. */
  async changed({ guildId, userId }: CreatorKey, isMember: boolean): Promise<void> {
    await this.#creators.see(guildId, [userId], isMember);
  }

  /** Whether the links of a person may be shown. */
  async isHere(key: CreatorKey): Promise<boolean> {
    await this.refresh(key.guildId, [key.userId]);
    return !(await this.#creators.hasLeft(key));
  }

  /**
   * Asks for people of whom nothing was heard for long.
   *
   * @param userIds as many as a page shows, at most
   * @returns whether anybody of them turned out to have left
   */
  async refresh(guildId: Snowflake, userIds: readonly Snowflake[]): Promise<boolean> {
    const guild = this.#context.client.guilds.cache.get(guildId);
    if (!guild) return false;
    const unseen = await this.#creators.listUnseen(guildId, userIds, new Date(Date.now() - BELIEVED_MS));
    const answers = await Promise.all(unseen.map((userId) => this.#ask(guild, userId)));
    const whoIs = (answer: boolean) => unseen.filter((_, index) => answers[index] === answer);
    await this.#creators.see(guildId, whoIs(true), true);
    await this.#creators.see(guildId, whoIs(false), false);
    return answers.includes(false);
  }

  /** `undefined` where Discord does not tell: then what was known last holds. */
  async #ask(guild: Guild, userId: Snowflake): Promise<boolean | undefined> {
    // The cache forgets who left only where the bot hears of it.
    const isKept = this.#context.client.options.intents.has(GatewayIntentBits.GuildMembers);
    if (isKept && guild.members.cache.has(userId)) return true;
    try {
      await guild.members.fetch({ user: userId, force: true });
      return true;
    } catch (error) {
      if (isRefusalWith(error, RESTJSONErrorCodes.UnknownMember)) return false;
      this.#context.logger.warn(
        `Whether ${userId} is still in guild ${guild.id} could not be found out.`,
        error,
      );
      return undefined;
    }
  }
}
