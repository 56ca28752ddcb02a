import { type Command, Precondition, Result, type UserError } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import type { ChatInputCommandInteraction, ContextMenuCommandInteraction, Message } from 'discord.js';
import { commandNode, interactionNode } from '../permissions/command-node.ts';
import { missingNode } from '../permissions/missing-node.ts';
import { closedError } from './closed-words.ts';
import { HANDLED_ELSEWHERE } from './guard-precondition.ts';
import type { GuardParts } from './guard-parts.ts';
import type { PieceGuard } from './piece-guard.ts';
import { textFormOf } from '../text/text-forms.ts';
import { typedText } from '../text/typed-text.ts';

/** The name under which it is loaded into Sapphire's store of preconditions. */
export const HOST_PRECONDITION = 'HostGate';

/** A message that only looks like a command: nobody gets a word. */
const NOT_FOR_US = { identifier: HANDLED_ELSEWHERE } as const;

type HostPreconditionParts = Pick<GuardParts, 'plugins' | 'gate' | 'permissions' | 'metrics'> & {
  readonly guard: Pick<PieceGuard, 'ownerOf'>;
};

/**
 * The class of the precondition that is asked before all others for every command: is its plugin on here, and does the
 * person hold its node? Load it with `container.stores.loadPiece` before the stores.
 */
export function hostPrecondition(
  parts: HostPreconditionParts,
): new (context: Precondition.LoaderContext) => Precondition {
  const { plugins, gate, permissions, metrics, guard } = parts;

  return class HostPrecondition extends Precondition {
    constructor(context: Precondition.LoaderContext) {
      // Before every position that a plugin can ask for.
      super(context, { position: Number.NEGATIVE_INFINITY });
    }

    override chatInputRun(
      interaction: ChatInputCommandInteraction,
      command: Command,
    ): Precondition.AsyncResult {
      return this.#ask(interaction, command, interactionNode(command, interaction));
    }

    override contextMenuRun(
      interaction: ContextMenuCommandInteraction,
      command: Command,
    ): Precondition.AsyncResult {
      return this.#ask(interaction, command, commandNode(command));
    }

    override async messageRun(
      message: Message,
      command: Command,
      context: Precondition.Context,
    ): Precondition.AsyncResult {
      const form = textFormOf(command);
      const typed = typedText(context, message);
      const isDirect = !message.inGuild();
      const isOffered = form ? form.isForDirectMessages : typed.prefix !== '';
      if (isDirect && !isOffered) return this.error(NOT_FOR_US);
      // Sapphire takes every command with subcommands for one that can be typed.
      if (!form && command instanceof Subcommand && !command.supportsMessageCommands())
        return this.error(NOT_FOR_US);
      // Which subcommand of the author's own is meant shows later; it asks for itself then.
      if (!form)
        return this.#ask(message, command, command instanceof Subcommand ? undefined : commandNode(command));
      const asked = await this.#ask(message, command, form.nodeOf(typed.parameters));
      if (asked.isErr()) return asked;
      try {
        // Here, so that what is mistyped counts for no cooldown.
        await form.read(message, typed);
        return this.ok();
      } catch (error) {
        // Without prefix or mention it may be a sentence that begins with a command's name.
        if (isDirect && typed.prefix === '') return this.error(NOT_FOR_US);
        return Result.err(error as UserError); // -- the error handler, where denials end, takes any error
      }
    }

    async #ask(
      source: ChatInputCommandInteraction | ContextMenuCommandInteraction | Message,
      command: Command,
      node: string | undefined,
    ): Precondition.AsyncResult {
      const pluginId = guard.ownerOf(command);
      if (pluginId === undefined) return this.ok();
      const why = gate.decide(pluginId, source.guildId ?? undefined);
      metrics.gateDecided(pluginId, why);
      if (why !== 'open')
        return this.error({
          ...closedError('command', { plugin: plugins.get(pluginId), pluginId, why }),
          // In a channel where the plugin is off, its prefix commands are as if they did not exist.
          context: { silent: 'author' in source },
        });
      const isAllowed =
        'author' in source
          ? await permissions.allowsMessage(source, node)
          : await permissions.allowsInteraction(source, node);
      if (isAllowed || node === undefined) return this.ok();
      return this.error(missingNode(node, permissions.declaration(node)));
    }
  };
}
