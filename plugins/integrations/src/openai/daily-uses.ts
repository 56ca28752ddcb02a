import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { IntegrationsContext } from '../context.ts';
import { OpenAiUseRepository } from '../database/openai-use-repository.ts';
import type { Quota } from '../services/quotas.ts';
import { usedUp } from './openai-errors.ts';

/** More than this no guild asks with the key of the bot, whatever it set: somebody else pays. */
const MOST_WITH_BOT_KEY = 50;
const DAY_MS = 86_400_000;

/** How often guilds ask OpenAI in a day, from midnight to midnight (UTC). */
export class DailyUses {
  readonly #context: IntegrationsContext;
  readonly #uses: OpenAiUseRepository;

  constructor(context: IntegrationsContext) {
    this.#context = context;
    this.#uses = new OpenAiUseRepository(context.db);
  }

  /** What is left of today. */
  async quotaOf(guildId: Snowflake): Promise<Quota> {
    const [used, limit] = await Promise.all([this.#uses.count(guildId), this.#limitOf(guildId)]);
    const remaining = Math.max(0, limit - used);
    return { what: 'uses here today', remaining, limit, resetsAt: nextMidnight(), asOf: new Date() };
  }

  /**
   * Does something that counts as one use. Where it fails before OpenAI gave any answer, it does not count.
   *
   * @param run is given what to call when there was an answer.
   * @throws {UserError} `integrations.used-up`
   */
  async spend<Result>(guildId: Snowflake, run: (answered: () => void) => Promise<Result>): Promise<Result> {
    const limit = await this.#limitOf(guildId);
    const resetsAt = nextMidnight();
    await this.#context.ensureGuild(guildId);
    const isTaken = limit > 0 && (await this.#uses.take(guildId, { limit, resetsAt }));
    if (!isTaken) throw new UserError(usedUp(limit, resetsAt));
    let isAnswered = false;
    try {
      return await run(() => (isAnswered = true));
    } catch (error) {
      if (!isAnswered) await this.#uses.giveBack(guildId);
      throw error;
    }
  }

  async #limitOf(guildId: Snowflake): Promise<number> {
    const { openaiDailyUses } = await this.#context.settings.get(guildId);
    const entered = await this.#context.credentials.list(guildId);
    const isOwn = entered.some(({ service }) => service === 'openai');
    return isOwn ? openaiDailyUses : Math.min(openaiDailyUses, MOST_WITH_BOT_KEY);
  }
}

/** When the day (UTC) ends. */
function nextMidnight(): Date {
  return new Date((Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS);
}
