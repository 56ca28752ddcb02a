import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { Specimen } from './specimen.ts';
import type { Fault, Findings } from './fault.ts';

/**
 * Asks of every component and form of a plugin with permissions who may use it: a button stays clickable after somebody
 * has lost the command that showed it, and may stand where others see it.
 */
export async function checkGuards({ bot, plugin }: Specimen): Promise<Findings> {
  if (Object.keys(plugin.nodes ?? {}).length === 0) return { faults: [] };
  const pieces = bot.host.plugins.get(plugin.id)?.pieces ?? [];
  return { faults: pieces.filter(isSilent).map(({ name }) => faultOf(name.slice(plugin.id.length + 1))) };
}

/** Suggestions are guarded by the node of their command. */
function isSilent(piece: object): piece is InteractionHandler {
  return (
    piece instanceof InteractionHandler &&
    piece.interactionHandlerType !== InteractionHandlerTypes.Autocomplete &&
    piece.options.node === undefined
  );
}

function faultOf(name: string): Fault {
  return {
    where: `manifest "pieces.interactionHandlers.${name}"`,
    message:
      'does not say who may use it. Give its options the `node` of the command that shows it, or `node: null` where everybody may.',
  };
}
