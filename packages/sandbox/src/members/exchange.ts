import { InteractionResponseType as Answer } from 'discord-api-types/v10';
import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { InteractionObserver } from '../state/interaction.ts';
import { SandboxActionError } from './action-error.ts';

/** How far an exchange has come: nothing yet, "thinking…", or answered with something to see. */
export type ExchangeState = 'unanswered' | 'deferred' | 'answered';

/** Waiting times of an exchange, in milliseconds. */
export interface ExchangeTimes {
  /** Until the first acknowledgement; Discord's rule is 3,000. */
  readonly deadlineMs: number;
  /** How long a deferred answer is awaited before the exchange is handed over as it is. */
  readonly deferredMs: number;
}

/** One interaction as the person who caused it sees it. */
export class Exchange implements InteractionObserver {
  readonly id: string;
  /** Milliseconds from the interaction to the bot's acknowledgement. */
  acknowledgedAfterMs: number | undefined;
  state: ExchangeState = 'unanswered';
  /** Whether the bot acknowledged without "thinking…", to change the message that was clicked, or not. */
  updatesLater = false;
  /** The first real answer, in its latest wording. */
  response: APIMessage | undefined;
  readonly followups: APIMessage[] = [];
  modal: APIModalInteractionResponseCallbackData | undefined;
  /** What autocomplete offered. */
  choices: readonly APIApplicationCommandOptionChoice[] = [];
  readonly #startedAt = performance.now();
  readonly #times: ExchangeTimes;
  readonly #presented = Promise.withResolvers<void>();
  readonly #content = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout;

  constructor(id: string, times: ExchangeTimes) {
    this.id = id;
    this.#times = times;
    this.#timer = setTimeout(() => this.#expire(), times.deadlineMs);
    this.#content.promise.catch(() => undefined);
    this.#presented.promise.catch(() => undefined);
  }

  /** Resolves when the bot has answered, or deferred for longer than is awaited. @throws SandboxActionError `no-response` */
  async presented(): Promise<this> {
    await this.#presented.promise;
    return this;
  }

  /** Resolves when a deferred answer has got its content. @throws SandboxActionError `no-response` after `timeoutMs` */
  async settled({ timeoutMs = 15_000 }: { timeoutMs?: number } = {}): Promise<this> {
    const timeout = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => timeout.reject(new SandboxActionError('no-response', `Still thinking after ${timeoutMs} ms`)),
      timeoutMs,
    );
    try {
      await Promise.race([this.#content.promise, timeout.promise]);
    } finally {
      clearTimeout(timer);
    }
    return this;
  }

  acknowledged(type: Answer): void {
    this.acknowledgedAfterMs = performance.now() - this.#startedAt;
    clearTimeout(this.#timer);
    if (type === Answer.DeferredChannelMessageWithSource) {
      this.state = 'deferred';
      this.#timer = setTimeout(() => this.#presented.resolve(), this.#times.deferredMs);
    } else if (type === Answer.DeferredMessageUpdate) {
      this.state = 'deferred';
      this.updatesLater = true;
      this.#presented.resolve();
    }
  }

  answered(message: APIMessage): void {
    this.response = message;
    this.#finish();
  }

  followedUp(message: APIMessage): void {
    this.followups.push(message);
    if (this.state === 'deferred') this.#finish();
  }

  edited(message: APIMessage): void {
    const index = this.followups.findIndex((followup) => followup.id === message.id);
    if (index !== -1) this.followups[index] = message;
    else this.response = message;
    if (this.state === 'deferred') this.#finish();
  }

  modalOpened(modal: APIModalInteractionResponseCallbackData): void {
    this.modal = modal;
    this.#finish();
  }

  choicesOffered(choices: readonly APIApplicationCommandOptionChoice[]): void {
    this.choices = choices;
    this.#finish();
  }

  #finish(): void {
    clearTimeout(this.#timer);
    this.state = 'answered';
    this.#presented.resolve();
    this.#content.resolve();
  }

  #expire(): void {
    const seconds = this.#times.deadlineMs / 1_000;
    const error = new SandboxActionError(
      'no-response',
      `The application did not respond within ${seconds} s`,
    );
    this.#presented.reject(error);
    this.#content.reject(error);
  }
}
