import { setTimeout as sleep } from 'node:timers/promises';
import { escaped, isRefusalWith, type PlainReply, reply, translator } from '@twi/sdk';
import { bold, CannotSendMessagesToThisUserErrorCodes } from 'discord.js';
import type { CaseType } from '../cases/case-type.ts';
import { english } from '../locales/english.ts';
import { forDuration } from '../locales/for-duration.ts';
import type { ModerationContext } from '../context.ts';
import type { DmState } from '../database/schema.ts';
import type { Target } from './target.ts';

/** Discord throttles bots that open many direct messages; a ban must not wait for that. */
const PATIENCE_MS = 5_000;

/** What the target is told. */
export interface Notice {
  readonly type: CaseType;
  readonly reason: string | null;
  readonly durationMs?: number | undefined;
}

/** Tells people what is about to be done to them: afterwards the bot may share no server with them any more. */
export class TargetNotifier {
  readonly #context: ModerationContext;

  constructor(context: ModerationContext) {
    this.#context = context;
  }

  /** What became of the message, or `undefined` for what nobody is told of. */
  async tell(
    { guild, user, member }: Target,
    { type, reason, durationMs }: Notice,
  ): Promise<DmState | undefined> {
    if (!isTold(type)) return undefined;
    const { dmTarget } = await this.#context.settings.get(guild.id);
    if (!dmTarget || !member || user.bot) return 'off';

    // Discord does not tell a bot the language of somebody who has not asked for anything.
    const t = await translator(guild);
    const values = { guild: bold(escaped(guild.name)), duration: forDuration(durationMs) };
    const text = t(`moderation:told.${type}`, values);
    const message = reply.warning(reason ? `${text}\n${t('moderation:reason', { reason })}` : text);
    const tooLate = sleep(PATIENCE_MS, 'failed' as const, { ref: false });
    return Promise.race([this.#send(user, message), tooLate]);
  }

  async #send(user: Target['user'], message: PlainReply): Promise<DmState> {
    try {
      await user.send(message);
      return 'sent';
    } catch (error) {
      if (isRefusalWith(error, ...CannotSendMessagesToThisUserErrorCodes)) return 'closed';
      // The action matters more than the message about it.
      this.#context.logger.warn(`Could not tell user ${user.id} what is done to them.`, error);
      return 'failed';
    }
  }
}

/** Of the others nobody is told. */
function isTold(type: CaseType): type is keyof typeof english.told {
  return Object.hasOwn(english.told, type);
}
