import { absentOn, ownMember, UserError } from '@twi/sdk';
import { DiscordAPIError, RESTJSONErrorCodes, userMention } from 'discord.js';
import type { BanRequest, ReasonedRequest, TimedRequest } from '../../actions/action-request.ts';
import { refusalSentence } from '../../actions/discord-refusal.ts';
import type { ModerationContext } from '../../context.ts';
import type { Incident } from './incident.ts';
import type { Plan, Sanction } from './plan.ts';

/** How long a reply stays. */
const REPLY_STAYS_MS = 15_000;

/** What automod does to people, as moderators do. */
export interface Sanctions {
  warn(request: ReasonedRequest): Promise<unknown>;
  timeout(request: TimedRequest): Promise<unknown>;
  kick(request: ReasonedRequest): Promise<unknown>;
  ban(request: BanRequest): Promise<unknown>;
}

/** What became of one step. */
export interface Outcome {
  /** `deleted the message`: completes "I …". */
  readonly done: string;
  /** Why it did not take place, as a sentence. */
  readonly failure?: string;
}

/** Carries plans out. One step that fails keeps none of the others. */
export class Performer {
  readonly #context: ModerationContext;
  readonly #sanctions: Sanctions;

  constructor(context: ModerationContext, sanctions: Sanctions) {
    this.#context = context;
    this.#sanctions = sanctions;
  }

  /** @param reason what a case says, at most 1,000 characters */
  async perform(incident: Incident, plan: Plan, reason: string): Promise<Outcome[]> {
    // First what others see; the rest may take its time.
    const deleted = plan.deletes && incident.message ? [await this.#delete(incident)] : [];
    const later = [
      ...(plan.sanction && incident.member ? [this.#sanction(incident, plan.sanction, reason)] : []),
      ...(incident.member ? plan.roleIds.map((roleId) => this.#giveRole(incident, roleId, reason)) : []),
      ...(plan.reply ? [this.#reply(incident, plan.reply)] : []),
    ];
    return [...deleted, ...(await Promise.all(later))];
  }

  #delete({ message }: Incident): Promise<Outcome> {
    return this.#attempt('deleted the message', async () => {
      // Its author or a moderator may be quicker.
      if (message) await absentOn(message.delete(), RESTJSONErrorCodes.UnknownMessage);
    });
  }

  #sanction({ guild, user: target }: Incident, sanction: Sanction, reason: string): Promise<Outcome> {
    return this.#attempt(SANCTION_WORDS[sanction.type], async (): Promise<unknown> => {
      const moderator = await ownMember(guild);
      const request = { guild, moderator, target, reason };
      if (sanction.type === 'warn') return this.#sanctions.warn(request);
      if (sanction.type === 'kick') return this.#sanctions.kick(request);
      const { durationMs } = sanction;
      return sanction.type === 'ban'
        ? this.#sanctions.ban({ ...request, durationMs })
        : this.#sanctions.timeout({ ...request, durationMs: sanction.durationMs });
    });
  }

  #giveRole({ member }: Incident, roleId: string, reason: string): Promise<Outcome> {
    return this.#attempt(`gave <@&${roleId}>`, async () => {
      if (!member?.roles.cache.has(roleId)) await member?.roles.add(roleId, reason.slice(0, 500));
    });
  }

  #reply({ channel, user }: Incident, text: string): Promise<Outcome> {
    return this.#attempt('replied', async () => {
      const sent = await channel?.send({
        content: `${userMention(user.id)} ${text}`,
        allowedMentions: { parse: [], users: [user.id] },
      });
      this.#context.after(REPLY_STAYS_MS, async () => {
        await this.#attempt('removed a reply', async () => {
          await sent?.delete();
        });
      });
    });
  }

  async #attempt(done: string, act: () => Promise<unknown>): Promise<Outcome> {
    try {
      await act();
      return { done };
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) this.#context.logger.error(`Automod could not do a step (${done}).`, error);
      else this.#context.logger.debug(`Automod could not do a step (${done}): ${failure}`);
      return { done, failure: failure ?? 'something went wrong.' };
    }
  }
}

const SANCTION_WORDS = {
  warn: 'warned them',
  timeout: 'timed them out',
  kick: 'kicked them',
  ban: 'banned them',
} as const satisfies Record<Sanction['type'], string>;

function failureOf(error: unknown): string | undefined {
  // Said to a moderator it names their role; here the bot is the moderator.
  if (error instanceof UserError && error.identifier === 'moderation.target-outranks-actor')
    return 'their highest role is not below mine.';
  if (error instanceof UserError) return error.message;
  return error instanceof DiscordAPIError ? refusalSentence(error) : undefined;
}
