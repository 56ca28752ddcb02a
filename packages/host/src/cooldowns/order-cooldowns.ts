import {
  type Command,
  type PreconditionContainerArray,
  PreconditionContainerSingle,
} from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { COOLDOWN_PRECONDITIONS } from './cooldown-context.ts';

const NAMES: ReadonlySet<string> = new Set(COOLDOWN_PRECONDITIONS);

/**
 * Moves the cooldown of a command with subcommands behind the preconditions of each, so that what those refuse does not
 * count. A subcommand with a cooldown of its own keeps to that alone.
 */
export function orderCooldowns(piece: Command): void {
  if (!(piece instanceof Subcommand)) return;
  const shared = findCooldown(piece.preconditions);
  if (!shared) return;
  piece.preconditions.entries.splice(piece.preconditions.entries.indexOf(shared), 1);
  for (const preconditions of piece['subcommandPreconditions'].values())
    if (!findCooldown(preconditions)) preconditions.entries.push(shared);
}

/** The cooldown that Sapphire appended to preconditions. */
export function findCooldown({
  entries,
}: PreconditionContainerArray): PreconditionContainerSingle | undefined {
  return entries.find(
    (entry): entry is PreconditionContainerSingle =>
      entry instanceof PreconditionContainerSingle && NAMES.has(entry.name),
  );
}
