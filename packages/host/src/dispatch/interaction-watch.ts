import { reply } from '@twi/sdk';
import type { ILogger } from '@sapphire/framework';
import type { Interaction } from 'discord.js';
import type { EntryPoint } from '../entry-point.ts';
import { answer, isAcknowledged, isPending } from '../errors/answer.ts';
import type { ErrorHandler } from '../errors/error-handler.ts';
import { HandlerTimeoutError } from '../errors/handler-timeout-error.ts';

/** Discord gives 3 s for the first answer (Interactions › Receiving and Responding); ours must still travel. */
const ANSWER_WITHIN_MS = 2_500;

/** An interaction's token is good for 15 minutes; the last one is for saying that nothing came. */
const FINISH_WITHIN_MS = 14 * 60_000;

interface Watched {
  /** The handler that took it; absent until one does. */
  entry?: EntryPoint | undefined;
  running: number;
  timer: NodeJS.Timeout;
}

export interface InteractionWatchOptions {
  readonly errors: Pick<ErrorHandler, 'handle'>;
  readonly logger: ILogger;
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
    const timer = this.#after(this.#options.answerWithinMs ?? ANSWER_WITHIN_MS, () =>
      this.#checkAnswer(interaction),
    );
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

  #after(ms: number, check: () => Promise<void>): NodeJS.Timeout {
    return setTimeout(() => void check(), ms).unref();
  }

  #forget(interaction: Interaction): void {
    clearTimeout(this.#watched.get(interaction)?.timer);
    this.#watched.delete(interaction);
  }

  async #checkAnswer(interaction: Interaction): Promise<void> {
    const watched = this.#watched.get(interaction);
    if (!watched) return;
    if (!isAcknowledged(interaction)) {
      this.#forget(interaction);
      await this.#fail(
        interaction,
        watched.entry,
        this.#options.answerWithinMs ?? ANSWER_WITHIN_MS,
        'answer',
      );
    } else if (isPending(interaction)) {
      const rest =
        (this.#options.finishWithinMs ?? FINISH_WITHIN_MS) -
        (this.#options.answerWithinMs ?? ANSWER_WITHIN_MS);
      watched.timer = this.#after(rest, () => this.#checkFinish(interaction));
    } else {
      this.#forget(interaction);
    }
  }

  async #checkFinish(interaction: Interaction): Promise<void> {
    const watched = this.#watched.get(interaction);
    this.#forget(interaction);
    if (!watched || !isPending(interaction)) return;
    await this.#fail(interaction, watched.entry, this.#options.finishWithinMs ?? FINISH_WITHIN_MS, 'finish');
  }

  /** Whoever took it is at fault; if nobody did, the person is told so and nobody is blamed. */
  async #fail(
    interaction: Interaction,
    entry: EntryPoint | undefined,
    ms: number,
    what: 'answer' | 'finish',
  ): Promise<void> {
    const { errors, logger } = this.#options;
    if (entry) {
      await errors.handle(new HandlerTimeoutError(entry, ms, what), { ...entry, interaction });
      return;
    }
    try {
      await answer(interaction, reply.error('Nothing here answers that any more.'));
    } catch (error) {
      logger.warn('An interaction that nobody took could not be answered.', error);
    }
  }
}
