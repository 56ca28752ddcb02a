import { reply } from '@twi/sdk';
import type { ILogger } from '@sapphire/framework';
import type { Interaction } from 'discord.js';
import type { EntryPoint } from '../entry-point.ts';
import { answer, isAcknowledged, isPending } from '../errors/answer.ts';
import type { ErrorHandler } from '../errors/error-handler.ts';
import { HandlerTimeoutError } from '../errors/handler-timeout-error.ts';
import { SlowDatabaseError } from '../errors/slow-database-error.ts';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import { interactionEntry } from './entry-of.ts';

/** Discord gives 3 s for the first answer (Interactions › Receiving and Responding); ours must still travel. */
const ANSWER_WITHIN_MS = 2_500;

/** So long before that, the database is asked how it is, which it may take half a second to tell. */
const ASK_BEFORE_MS = 900;

/** So long before that, people are told where it is the database that keeps them waiting: nothing else is fast then either. */
const GIVE_UP_BEFORE_MS = 300;

/** An interaction's token is good for 15 minutes; the last one is for saying that nothing came. */
const FINISH_WITHIN_MS = 14 * 60_000;

interface Watched {
  /** The handler that took it; absent until one does. */
  entry?: EntryPoint | undefined;
  running: number;
  timer: NodeJS.Timeout;
  /** Asked where no answer is in sight. */
  isDatabaseSlow?: Promise<boolean>;
}

export interface InteractionWatchOptions {
  readonly errors: Pick<ErrorHandler, 'handle'>;
  readonly logger: ILogger;
  /** Whether the database keeps everybody waiting, so that no plugin is at fault; told within half a second. */
  readonly isDatabaseSlow: () => Promise<boolean>;
  readonly answerWithinMs?: number;
  readonly finishWithinMs?: number;
}

/** Sees to it that nobody who used a command, button or form is left without a word. */
export class InteractionWatch {
  readonly #options: InteractionWatchOptions;
  readonly #watched = new Map<Interaction, Watched>();

  constructor(options: InteractionWatchOptions) {
    this.#options = options;
  }

  /** An interaction arrived. */
  expect(interaction: Interaction): void {
    if (this.#watched.has(interaction)) return;
    const timer = this.#after(this.#answerWithinMs - this.#askBeforeMs, () => this.#lookAhead(interaction));
    this.#watched.set(interaction, { running: 0, timer });
  }

  /** A handler takes the interaction, or a precondition looks at it. */
  begin(interaction: Interaction, entry: EntryPoint): void {
    this.expect(interaction);
    const watched = this.#watched.get(interaction);
    if (!watched) return;
    watched.entry = entry;
    watched.running += 1;
  }

  /** A handler or precondition is done with the interaction. */
  end(interaction: Interaction, entry: EntryPoint): void {
    const watched = this.#watched.get(interaction);
    if (!watched) return;
    watched.running -= 1;
    // Whoever only looked at it owes no answer.
    if (entry.kind === 'precondition' && watched.entry === entry) watched.entry = undefined;
    if (watched.running === 0 && isAcknowledged(interaction) && !isPending(interaction))
      this.#forget(interaction);
  }

  /** Stops watching everything. */
  close(): void {
    for (const interaction of this.#watched.keys()) this.#forget(interaction);
  }

  get #answerWithinMs(): number {
    return this.#options.answerWithinMs ?? ANSWER_WITHIN_MS;
  }

  get #askBeforeMs(): number {
    return Math.min(ASK_BEFORE_MS, this.#answerWithinMs);
  }

  #after(ms: number, check: () => unknown): NodeJS.Timeout {
    return setTimeout(() => void check(), ms).unref();
  }

  #forget(interaction: Interaction): void {
    clearTimeout(this.#watched.get(interaction)?.timer);
    this.#watched.delete(interaction);
  }

  #lookAhead(interaction: Interaction): void {
    const watched = this.#watched.get(interaction);
    if (!watched) return;
    if (!isAcknowledged(interaction)) watched.isDatabaseSlow = this.#options.isDatabaseSlow();
    const ms = Math.max(0, this.#askBeforeMs - GIVE_UP_BEFORE_MS);
    watched.timer = this.#after(ms, () => this.#checkDatabase(interaction, this.#askBeforeMs - ms));
  }

  async #checkDatabase(interaction: Interaction, restMs: number): Promise<void> {
    const watched = this.#watched.get(interaction);
    if (!watched) return;
    watched.timer = this.#after(restMs, () => this.#checkAnswer(interaction));
    if (!(await watched.isDatabaseSlow) || isAcknowledged(interaction)) return;
    clearTimeout(watched.timer);
    await this.#checkAnswer(interaction);
  }

  async #checkAnswer(interaction: Interaction): Promise<void> {
    const watched = this.#watched.get(interaction);
    if (!watched) return;
    if (!isAcknowledged(interaction)) {
      this.#forget(interaction);
      await this.#fail(interaction, watched, { ms: this.#answerWithinMs, what: 'answer' });
    } else if (isPending(interaction)) {
      const rest = (this.#options.finishWithinMs ?? FINISH_WITHIN_MS) - this.#answerWithinMs;
      watched.timer = this.#after(rest, () => this.#checkFinish(interaction));
    } else {
      this.#forget(interaction);
    }
  }

  async #checkFinish(interaction: Interaction): Promise<void> {
    const watched = this.#watched.get(interaction);
    this.#forget(interaction);
    if (!watched || !isPending(interaction)) return;
    const ms = this.#options.finishWithinMs ?? FINISH_WITHIN_MS;
    const isDatabaseSlow = this.#options.isDatabaseSlow();
    await this.#fail(interaction, { ...watched, isDatabaseSlow }, { ms, what: 'finish' });
  }

  /** Whoever took it is at fault, unless the database is; if nobody took it, the person is told so and nobody is blamed. */
  async #fail(
    interaction: Interaction,
    { entry, isDatabaseSlow }: Pick<Watched, 'entry' | 'isDatabaseSlow'>,
    { ms, what }: { readonly ms: number; readonly what: 'answer' | 'finish' },
  ): Promise<void> {
    const { errors, logger } = this.#options;
    const isSlow = await isDatabaseSlow;
    // What the host itself looks up before anybody takes it.
    const asked = { plugin: CORE_PLUGIN_ID, kind: 'precondition', name: 'look-ups' } as const;
    const taken = entry ?? (isSlow ? interactionEntry(asked, interaction) : undefined);
    if (taken) {
      const late = new HandlerTimeoutError(taken, ms, what);
      await errors.handle(isSlow ? new SlowDatabaseError(late) : late, { ...taken, interaction });
      return;
    }
    try {
      await answer(interaction, reply.error('Nothing here answers that any more.'));
    } catch (error) {
      logger.warn('An interaction that nobody took could not be answered.', error);
    }
  }
}
