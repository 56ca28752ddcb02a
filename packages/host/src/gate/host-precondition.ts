import { type Command, Precondition } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import type { ChatInputCommandInteraction, ContextMenuCommandInteraction, Message } from 'discord.js';
import { commandNode, interactionNode } from '../permissions/command-node.ts';
import { missingNode } from '../permissions/missing-node.ts';
import { closedError } from './closed-words.ts';
import type { GuardParts } from './guard-parts.ts';
import type { PieceGuard } from './piece-guard.ts';

/** The name under which it is loaded into Sapphire's store of preconditions. */
export const HOST_PRECONDITION = 'HostGate';

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

    override messageRun(message: Message, command: Command): Precondition.AsyncResult {
      // Which subcommand is meant shows later; it asks for itself then.
      return this.#ask(message, command, command instanceof Subcommand ? undefined : commandNode(command));
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
