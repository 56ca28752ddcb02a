import { inspect } from 'node:util';
import type { ILogger } from '@sapphire/framework';
import type { Interaction } from 'discord.js';
import type { Metrics, RunOutcome } from '../dispatch/metrics.ts';
import type { EntryPoint } from '../entry-point.ts';
import type { Redact } from '../logging/redact.ts';
import { speakerFor } from '../locales/speaker-for.ts';
import { answer, answerMessage } from './answer.ts';
import { type ErrorKind, errorKind } from './error-kind.ts';
import { errorReply } from './error-reply.ts';
import { errorWithoutPerson } from './error-without-person.ts';
import { fingerprint, shortId } from './fingerprint.ts';
import { HandlerTimeoutError } from './handler-timeout-error.ts';
import { isAnswerGone } from './is-answer-gone.ts';
import { SlowDiscordError } from './slow-discord-error.ts';
import { toError } from './to-error.ts';

/** An error as it is kept in `core.error_logs`. */
export interface ErrorRecord {
  readonly fingerprint: string;
  readonly errorType: string;
  readonly message: string;
  readonly stack: string;
  readonly command: string;
  readonly pluginId: string;
  readonly guildId: string | null;
  readonly userId: string | null;
  readonly occurredAt: Date;
}

export interface ErrorHandlerOptions {
  readonly logger: ILogger;
  readonly redact: Redact;
  readonly metrics: Metrics;
  /** Whether Discord keeps everybody waiting, so that no plugin is at fault for being late. */
  readonly isDiscordInTrouble: () => boolean;
  /** Takes the record of an error for later writing; must not throw or wait. */
  readonly record: (record: ErrorRecord) => void;
  /** Told of each failure that is the plugin's own fault. */
  readonly onFault: (plugin: string, error: Error) => void;
}

/** Faults of the plugin itself, by kind. What people, Discord, other services and operators do is not. */
const IS_FAULT = {
  refusal: false,
  upstream: false,
  discord: false,
  configuration: false,
  bug: true,
} as const satisfies Record<ErrorKind, boolean>;

/** The one place where errors end: each becomes one reply, one log line and one row of telemetry. */
export class ErrorHandler {
  readonly #options: ErrorHandlerOptions;
  /** Who was told already: a handler that the host gave up on fails again when it answers in the end. */
  readonly #told = new WeakSet<Interaction>();

  constructor(options: ErrorHandlerOptions) {
    this.#options = options;
  }

  /**
   * Deals with an error of a plugin. Does not reject: a reply that fails is logged.
   *
   * @returns how the run that failed is to be counted.
   */
  async handle(thrown: unknown, entry: EntryPoint): Promise<RunOutcome> {
    const error = this.#blamed(toError(thrown));
    if (entry.interaction && this.#told.has(entry.interaction)) {
      this.#options.logger.debug(`A further error of an interaction that was answered:`, error);
      return 'failed';
    }
    if (isAnswerGone(error, entry.interaction)) {
      this.#options.logger.debug(`The answer of "${entry.name}" of ${entry.plugin} was deleted meanwhile.`);
      return 'success';
    }
    const kind = errorKind(error);
    const print = fingerprint(error, entry);
    this.#options.metrics.errorHandled(entry.plugin, kind);
    const recorded = entry.hiddenUserId === undefined ? error : errorWithoutPerson(error, entry.hiddenUserId);
    this.#log(recorded, kind, entry, shortId(print));
    if (kind !== 'refusal') this.#options.record(this.#toRecord(recorded, print, entry));
    if (IS_FAULT[kind]) this.#options.onFault(entry.plugin, recorded);
    if (!isSilent(error)) await this.#reply(error, kind, entry, shortId(print));
    return kind === 'refusal' ? 'refused' : 'failed';
  }

  /** Who is late because of Discord has done nothing wrong. */
  #blamed(error: Error): Error {
    const isDiscords = error instanceof HandlerTimeoutError && this.#options.isDiscordInTrouble();
    return isDiscords ? new SlowDiscordError(error) : error;
  }

  async #reply(error: Error, kind: ErrorKind, entry: EntryPoint, id: string): Promise<void> {
    if (entry.interaction) this.#told.add(entry.interaction);
    try {
      const words = errorReply({ error, kind, id }, await speakerFor(entry));
      if (entry.interaction) {
        await answer(entry.interaction, words);
      } else if (entry.message) {
        await answerMessage(entry.message, words);
      }
    } catch (failure) {
      this.#options.logger.warn(`The person could not be told about the error ${id}.`, failure);
    }
  }

  #log(error: Error, kind: ErrorKind, { plugin, kind: entryKind, name }: EntryPoint, id: string): void {
    const { logger } = this.#options;
    const where = `${entryKind} "${name}" of ${plugin}`;
    if (kind === 'refusal') logger.debug(`Refused ${where}: ${error.message}`);
    else if (kind === 'bug') logger.error(`Error ${id} in ${where}:`, error);
    else logger.warn(`Error ${id} (${kind}) in ${where}:`, error);
  }

  #toRecord(error: Error, print: string, { plugin, name, guildId, userId }: EntryPoint): ErrorRecord {
    const { redact } = this.#options;
    return {
      fingerprint: print,
      errorType: error.name,
      message: redact(withCauses(error)),
      stack: redact(error.stack ?? ''),
      command: name,
      pluginId: plugin,
      guildId: guildId ?? null,
      userId: userId ?? null,
      occurredAt: new Date(),
    };
  }
}

/** Sapphire's convention for a precondition that has already answered. */
function isSilent(error: Error): boolean {
  const context: unknown = 'context' in error ? error.context : undefined;
  return typeof context === 'object' && context !== null && 'silent' in context && Boolean(context.silent);
}

const MAX_CAUSES = 5;

function withCauses(error: Error): string {
  const messages = [error.message];
  let cause = error.cause;
  while (cause !== undefined && messages.length <= MAX_CAUSES) {
    messages.push(cause instanceof Error ? cause.message : inspect(cause, { depth: 1 }));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return messages.join(' ← ');
}
