import { Events, type Piece } from '@sapphire/framework';
import { SubcommandPluginEvents } from '@sapphire/plugin-subcommands';
import { reply, translator } from '@twi/sdk';
import { BaseInteraction, type Client } from 'discord.js';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { interactionEntry, messageEntry, typedName } from '../dispatch/entry-of.ts';
import type { RunContext } from '../dispatch/run-context.ts';
import type { EntryPoint } from '../entry-point.ts';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import { HANDLED_ELSEWHERE } from '../gate/guard-precondition.ts';
import type { PieceGuard } from '../gate/piece-guard.ts';
import { answer } from './answer.ts';
import type { ErrorHandler } from './error-handler.ts';

export interface ErrorEventParts {
  readonly client: Client;
  readonly errors: Pick<ErrorHandler, 'handle'>;
  readonly runs: RunContext;
  readonly dispatcher: Pick<Dispatcher, 'recordUse'>;
  readonly guard: Pick<PieceGuard, 'ownerOf'>;
}

/** Sapphire knows no such command, or no way to run it. The interaction is the first argument or inside it. */
const UNKNOWN_COMMAND = [
  Events.UnknownChatInputCommand,
  Events.UnknownContextMenuCommand,
  Events.CommandDoesNotHaveChatInputCommandHandler,
  Events.CommandDoesNotHaveContextMenuCommandHandler,
  SubcommandPluginEvents.ChatInputSubcommandNoMatch,
  SubcommandPluginEvents.SubcommandMappingIsMissingChatInputCommandHandler,
] as const;

/** Subcommands catch these while they run; the run that is under way ends with them. The error is the first argument. */
const FAILED_INSIDE = [
  SubcommandPluginEvents.ChatInputSubcommandError,
  SubcommandPluginEvents.ChatInputSubcommandDenied,
  SubcommandPluginEvents.MessageSubcommandError,
  SubcommandPluginEvents.MessageSubcommandDenied,
] as const;

/**
 * Brings to the error handler what Sapphire only announces: denials by preconditions, failures inside subcommands,
 * commands that are not there, and errors of Sapphire's own listeners. Errors of guarded pieces do not come this way, as
 * the dispatcher has dealt with them; so the client must be made without Sapphire's default error listeners.
 */
export class ErrorEvents {
  readonly #parts: ErrorEventParts;

  constructor(parts: ErrorEventParts) {
    this.#parts = parts;
  }

  /** Attaches to the client, for as long as it lives. */
  attach(): void {
    const { client, errors } = this.#parts;
    client.on(Events.ChatInputCommandDenied, (error, { interaction, command }) => {
      const name = typedName(interaction, command);
      const named = { plugin: this.#owner(command), kind: 'chat-input', name, piece: command } as const;
      void this.#deny(error, interactionEntry(named, interaction));
    });
    client.on(Events.ContextMenuCommandDenied, (error, { interaction, command }) => {
      const { name } = command;
      const named = { plugin: this.#owner(command), kind: 'context-menu', name, piece: command } as const;
      void this.#deny(error, interactionEntry(named, interaction));
    });
    client.on(Events.MessageCommandDenied, (error, { message, command, parameters }) => {
      void this.#deny(error, messageEntry(this.#owner(command), command, message, parameters));
    });
    client.on(Events.ListenerError, (error, { piece }) => {
      void errors.handle(error, { plugin: this.#owner(piece), kind: 'listener', name: piece.name });
    });
    for (const event of FAILED_INSIDE) client.on(event, (...args) => this.#failInside(args[0]));
    for (const event of UNKNOWN_COMMAND) client.on(event, (...args) => void this.#answerUnknown(args[0]));
  }

  #owner(piece: Piece): string {
    return this.#parts.guard.ownerOf(piece) ?? CORE_PLUGIN_ID;
  }

  async #deny(error: unknown, entry: EntryPoint): Promise<void> {
    if (isHandledElsewhere(error)) return;
    const outcome = await this.#parts.errors.handle(error, entry);
    this.#parts.dispatcher.recordUse(entry, outcome, 0);
  }

  #failInside(error: unknown): void {
    const run = this.#parts.runs.current();
    if (run && !isHandledElsewhere(error)) run.failure = { error };
  }

  async #answerUnknown(first: unknown): Promise<void> {
    const source = first instanceof BaseInteraction ? first : interactionIn(first);
    if (!source) return;
    const named = { plugin: CORE_PLUGIN_ID, kind: 'chat-input', name: 'unknown command' } as const;
    const entry = interactionEntry(named, source);
    try {
      const t = await translator(source);
      await answer(entry.interaction, reply.error(t('core:errors.unknown-command')));
    } catch (error) {
      await this.#parts.errors.handle(error, entry);
    }
  }
}

function interactionIn(payload: unknown): BaseInteraction | undefined {
  if (typeof payload !== 'object' || payload === null || !('interaction' in payload)) return undefined;
  return payload.interaction instanceof BaseInteraction ? payload.interaction : undefined;
}

function isHandledElsewhere(error: unknown): boolean {
  return error instanceof Error && 'identifier' in error && error.identifier === HANDLED_ELSEWHERE;
}
