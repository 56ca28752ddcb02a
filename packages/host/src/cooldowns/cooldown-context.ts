import type { Command, Precondition } from '@sapphire/framework';
import type { CooldownRule } from './cooldown-rule.ts';

/** Sapphire's own cooldowns, of commands and of subcommands, which are counted in the memory of one process. */
export const COOLDOWN_PRECONDITIONS = ['Cooldown', 'PluginSubcommandCooldown'] as const;

/** What Sapphire appends to the preconditions of a command or subcommand that has a cooldown. */
export interface CooldownContext extends Precondition.Context, CooldownRule {
  readonly subcommandGroupName?: string;
  readonly subcommandMethodName?: string;
}

/** The name under which uses are counted: with the subcommand where that has a cooldown of its own. */
export function countedAs(
  { name }: Command,
  { subcommandGroupName, subcommandMethodName }: CooldownContext,
): string {
  return [name, subcommandGroupName, subcommandMethodName].filter((part) => part !== undefined).join(' ');
}
