import { Command, InteractionHandler } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import type { Piece } from '@sapphire/pieces';
import type { Plugin } from '@twi/sdk';
import { commandNode, subcommandNodes } from '../permissions/command-node.ts';
import { PluginLoadError } from './load-error.ts';

/**
 * Checks that the nodes which pieces and reversals name are there: a misspelt one would be held by nobody but owners.
 * Those of other plugins cannot be looked up, as these may be loaded later.
 *
 * @throws {PluginLoadError} naming the piece and the node.
 */
export function checkNodes(plugin: Plugin, pieces: readonly Piece[]): void {
  const declared = new Set(Object.keys(plugin.nodes ?? {}));
  const named = [
    ...pieces.flatMap((piece) => nodesOf(piece).map((node) => ({ node, by: `The piece "${piece.name}"` }))),
    ...Object.entries(plugin.reversals ?? {}).map(([action, { node }]) => ({
      node,
      by: `The reversal of "${action}"`,
    })),
  ];
  const missing = named.find(({ node }) => node.startsWith(`${plugin.id}.`) && !declared.has(node));
  if (missing)
    throw new PluginLoadError(
      'pieces',
      `${missing.by} of "${plugin.id}" asks for the node "${missing.node}", which "nodes" of the manifest does not declare.`,
    );
}

function nodesOf(piece: Piece): string[] {
  if (piece instanceof InteractionHandler) return piece.options.node ? [piece.options.node] : [];
  if (!(piece instanceof Command)) return [];
  const own = commandNode(piece);
  const ofSubcommands = piece instanceof Subcommand ? subcommandNodes(piece).values() : [];
  return [...(own === undefined ? [] : [own]), ...ofSubcommands];
}
