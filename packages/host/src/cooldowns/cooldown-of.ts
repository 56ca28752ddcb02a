import type { Command } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { type CooldownContext, countedAs } from './cooldown-context.ts';
import type { CooldownRule } from './cooldown-rule.ts';
import { findCooldown } from './order-cooldowns.ts';

/** A cooldown, and the name under which its uses are counted. */
export interface NamedCooldown {
  readonly command: string;
  readonly rule: CooldownRule;
}

/**
 * The cooldown of a guarded command, if it has one.
 *
 * @param subcommand keyed as Sapphire does: `name` or `group.name`.
 */
export function cooldownOf(piece: Command, subcommand: string | undefined): NamedCooldown | undefined {
  const preconditions =
    piece instanceof Subcommand && subcommand !== undefined
      ? piece['subcommandPreconditions'].get(subcommand)
      : piece.preconditions;
  const found = preconditions && findCooldown(preconditions);
  if (!found) return undefined;
  // Sapphire types the contexts of all preconditions alike; this is the one of cooldowns.
  const rule = found.context as unknown as CooldownContext;
  return { command: countedAs(piece, rule), rule };
}
