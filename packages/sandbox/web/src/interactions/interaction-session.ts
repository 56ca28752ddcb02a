import { signal } from '@preact/signals';
import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { ControlRefusal, control } from '../api/control.ts';
import type { ContextTarget, InteractionAction, ModalValue, OptionValue } from './interaction-action.ts';
import type { InteractionOutcome } from './interaction-outcome.ts';

/** A modal that the bot opened, and the exchange it belongs to. */
export interface OpenModal {
  readonly exchange: string;
  readonly modal: APIModalInteractionResponseCallbackData;
}

/** Something that did not work, shown where it was done: at a message, or above the composer (no message). */
export interface InteractionFailure {
  readonly key: number;
  readonly messageId?: string | undefined;
  readonly what: string;
  readonly message: string;
}

/** Everything one person does with the bot in one channel, and what is under way. */
export class InteractionSession {
  /** Names of what waits for the bot: `<message id>/<custom id>`, or the command. */
  readonly pending = signal<ReadonlySet<string>>(new Set());
  readonly failures = signal<readonly InteractionFailure[]>([]);
  readonly modal = signal<OpenModal | undefined>(undefined);
  readonly #userId: string;
  readonly #channelId: string;
  #lastKey = 0;

  constructor({ userId, channelId }: { readonly userId: string; readonly channelId: string }) {
    this.#userId = userId;
    this.#channelId = channelId;
  }

  async slash(command: string, options: Readonly<Record<string, OptionValue>>): Promise<void> {
    await this.#perform(`/${command}`, { type: 'slash', command, options });
  }

  async contextMenu(command: string, target: ContextTarget): Promise<void> {
    await this.#perform(command, { type: 'context-menu', command, ...target });
  }

  async click(messageId: string, button: string): Promise<void> {
    await this.#perform(`${messageId}/${button}`, { type: 'click', messageId, button });
  }

  async select(messageId: string, menu: string, values: readonly string[]): Promise<void> {
    await this.#perform(`${messageId}/${menu}`, { type: 'select', messageId, menu, values });
  }

  /** Sends the open modal off and closes it. @throws ControlRefusal when it stays open */
  async submit(values: Readonly<Record<string, ModalValue>>): Promise<void> {
    const open = this.modal.value;
    if (!open) return;
    this.#present(await this.#send({ type: 'submit', exchange: open.exchange, values }));
    if (this.modal.value === open) this.modal.value = undefined;
  }

  /** Asks the bot what it suggests for an option. @throws ControlRefusal */
  async autocomplete(
    command: string,
    options: Readonly<Record<string, OptionValue>>,
    focused: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const outcome = await this.#send({ type: 'autocomplete', command, options, focused });
    return outcome.autocomplete ?? [];
  }

  dismiss(key: number): void {
    this.failures.value = this.failures.value.filter((failure) => failure.key !== key);
  }

  async #perform(what: string, action: InteractionAction): Promise<void> {
    const messageId = 'button' in action || 'menu' in action ? action.messageId : undefined;
    this.pending.value = new Set([...this.pending.value, what]);
    this.failures.value = this.failures.value.filter((failure) => failure.messageId !== messageId);
    try {
      this.#present(await this.#send(action));
    } catch (error) {
      const failure = { key: ++this.#lastKey, what, message: failureText(error), messageId };
      this.failures.value = [...this.failures.value, failure];
    } finally {
      this.pending.value = new Set([...this.pending.value].filter((candidate) => candidate !== what));
    }
  }

  #send(action: InteractionAction): Promise<InteractionOutcome> {
    return control('POST', 'interactions', { as: this.#userId, channel: this.#channelId, ...action });
  }

  #present({ id, modal }: InteractionOutcome): void {
    if (id !== undefined && modal) this.modal.value = { exchange: id, modal };
  }
}

/** Says in Discord's words what went wrong. */
export function failureText(error: unknown): string {
  if (error instanceof ControlRefusal) {
    return error.reason === 'no-response' ? 'The application did not respond' : error.message;
  }
  return error instanceof Error ? `The sandbox cannot be reached: ${error.message}` : String(error);
}
