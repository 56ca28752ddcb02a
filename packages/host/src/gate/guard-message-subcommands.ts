import { type IPreconditionContainer, Result, UserError } from '@sapphire/framework';
import type { Subcommand } from '@sapphire/plugin-subcommands';
import { commandNode, subcommandNodes } from '../permissions/command-node.ts';
import { missingNode } from '../permissions/missing-node.ts';
import type { GuardParts } from './guard-parts.ts';

/**
 * Asks for the node of a subcommand that came as a prefix command. Sapphire finds out which subcommand was meant only
 * while the command runs, so the question is the first of that subcommand's own preconditions.
 */
export function guardMessageSubcommands(piece: Subcommand, { permissions }: GuardParts): void {
  const nodes = subcommandNodes(piece);
  for (const [name, preconditions] of piece['subcommandPreconditions']) {
    const node = nodes.get(name) ?? commandNode(piece);
    if (node === undefined) continue;
    const asked: IPreconditionContainer = {
      messageRun: async (message) =>
        (await permissions.allowsMessage(message, node))
          ? Result.ok()
          : Result.err(new UserError(missingNode(node, permissions.declaration(node)))),
      // The host's precondition has asked already.
      chatInputRun: () => Result.ok(),
      contextMenuRun: () => Result.ok(),
    };
    preconditions.entries.unshift(asked);
  }
}
