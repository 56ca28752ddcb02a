import { Command, type CommandStore } from '@sapphire/framework';
import { container } from '@sapphire/pieces';
import type { Plugin } from '@twi/sdk';
import { collectCommands } from '../commands/collect-commands.ts';
import { slotProblem, slotUsage } from '../commands/command-slots.ts';
import type { PluginCommand } from '../commands/plugin-command.ts';
import { localiseCommands } from '../locales/localise-commands.ts';
import { PluginLoadError } from './load-error.ts';
import { ownerOf, type StagedPiece } from './stage-pieces.ts';
import { withTimeout } from './with-timeout.ts';

const REGISTER_TIMEOUT_MS = 5_000;

/** What the staged commands of a plugin would register at Discord, checked against Discord's limits and other plugins. */
export async function stageCommands(
  plugin: Plugin,
  staged: readonly StagedPiece[],
): Promise<PluginCommand[]> {
  const pieces = staged.map(({ piece }) => piece).filter((piece) => piece instanceof Command);
  const collected = await Promise.all(
    pieces.map((piece) =>
      withTimeout(collectCommands(piece, plugin), {
        ms: REGISTER_TIMEOUT_MS,
        what: `registerApplicationCommands of "${piece.name}"`,
      }),
    ),
  );
  const commands = localiseCommands(collected.flat(), plugin);
  const problem = slotProblem(slotUsage(commands));
  if (problem)
    throw new PluginLoadError(
      'commands',
      `The plugin "${plugin.id}" has more commands than Discord takes in a guild: ${problem}.`,
    );
  assertUnique(plugin, commands);
  return commands;
}

function assertUnique(plugin: Plugin, commands: readonly PluginCommand[]): void {
  const store = container.stores.get('commands');
  const own = new Map<string, PluginCommand>();
  for (const command of commands) {
    const taken = store.get(command.name);
    if (taken && taken !== command.piece)
      throw new PluginLoadError(
        'commands',
        `The plugins "${plugin.id}" and "${ownerOf(taken)}" both have the command "${command.name}"; the first one loaded keeps it.`,
      );
    const other = own.get(command.name);
    // Sapphire finds a piece by the name alone, so one name cannot lead to two pieces.
    if (other && (other.piece !== command.piece || other.type === command.type))
      throw new PluginLoadError(
        'commands',
        `The plugin "${plugin.id}" has the command "${command.name}" twice.`,
      );
    own.set(command.name, command);
  }
}

/** Lets Sapphire find the pieces of commands that go by another name than their piece, as those of context menus do. */
export function routeCommands(commands: readonly PluginCommand[]): void {
  const { aliases } = container.stores.get('commands');
  for (const { name, piece } of commands) if (name !== piece.name) aliases.set(name, piece);
}

/** Undoes {@link routeCommands}; leaves what belongs to others. */
export function unrouteCommands(commands: readonly PluginCommand[]): void {
  const { aliases }: CommandStore = container.stores.get('commands');
  for (const { name, piece } of commands) if (aliases.get(name) === piece) aliases.delete(name);
}
