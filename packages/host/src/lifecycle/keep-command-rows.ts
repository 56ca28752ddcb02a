import type { ILogger } from '@sapphire/framework';
import { CommandRepository, type DatabaseHandle, type KnownCommand } from '@twi/database';
import { ApplicationCommandType } from 'discord.js';
import { commandLeaves } from '../core/command-leaves.ts';
import type { PluginRecord } from '../plugin-record.ts';
import type { PluginRegistry } from './plugin-registry.ts';

export interface CommandRowsParts {
  readonly registry: PluginRegistry;
  readonly database: DatabaseHandle;
  readonly logger: ILogger;
}

/** Keeps a row for each command, under the name by which its uses are counted. */
export async function keepCommandRows({ registry, database, logger }: CommandRowsParts): Promise<void> {
  const rows = new CommandRepository(database.db);
  const save = async (plugins: readonly PluginRecord[]): Promise<void> => {
    // A name that a user menu and a message menu share has one row.
    const commands = new Map(plugins.flatMap(knownCommands).map((command) => [command.name, command]));
    try {
      if (commands.size > 0) await rows.saveMany([...commands.values()]);
    } catch (error) {
      logger.warn('The list of commands could not be stored.', error);
    }
  };
  registry.onChange(save);
  await save(registry.list());
}

function knownCommands(plugin: PluginRecord): KnownCommand[] {
  return plugin.commands.flatMap((command) =>
    command.type === ApplicationCommandType.ChatInput
      ? commandLeaves(command, plugin).map(({ path, description }) => ({
          name: path,
          pluginId: plugin.id,
          description,
        }))
      : [{ name: command.piece.name, pluginId: plugin.id, description: command.piece.description }],
  );
}
