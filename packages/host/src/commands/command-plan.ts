import type { PluginCommand } from './plugin-command.ts';
import { z } from 'zod';

const registeredSchema = z.array(z.object({ name: z.string(), type: z.number() }));

/** What would change in a guild, by the names of commands. */
export interface CommandPlan {
  /** Whether the list is the one that Discord last took, so that nothing would be sent. */
  readonly inStep: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

export interface PlanOptions {
  readonly desired: readonly PluginCommand[];
  /** Discord's answer to a request for the guild's commands. */
  readonly registered: unknown;
  readonly inStep: boolean;
}

export function planCommands({ desired, registered, inStep }: PlanOptions): CommandPlan {
  const before = registeredSchema.parse(registered);
  const beforeKeys = new Set(before.map(keyOf));
  const desiredKeys = new Set(desired.map(keyOf));
  return {
    inStep,
    added: desired.filter((command) => !beforeKeys.has(keyOf(command))).map(({ name }) => name),
    removed: before.filter((command) => !desiredKeys.has(keyOf(command))).map(({ name }) => name),
    kept: desired.filter((command) => beforeKeys.has(keyOf(command))).map(({ name }) => name),
  };
}

/** A slash command and a menu command may have the same name. */
function keyOf({ type, name }: { readonly type: number; readonly name: string }): string {
  return `${type}:${name}`;
}
