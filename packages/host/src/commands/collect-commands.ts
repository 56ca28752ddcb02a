import { ApplicationCommandRegistry, type Command } from '@sapphire/framework';
import type { Plugin } from '@twi/sdk';
import { ApplicationCommandType, PermissionFlagsBits } from 'discord.js';
import type { PluginCommand } from './plugin-command.ts';

type Registered = PluginCommand['json'];

/**
 * What a command piece would register, without a request: the piece speaks to Sapphire's own registry, whose list is
 * then read. Commands that name no permissions get the default of the node that guards them.
 */
export async function collectCommands(piece: Command, plugin: Plugin): Promise<PluginCommand[]> {
  const registry = new ApplicationCommandRegistry(piece.name);
  await piece.registerApplicationCommands?.(registry);
  // Sapphire keeps the list private and offers no reader; the alternative is to let it send the requests itself.
  const calls: readonly { readonly builtData: Registered }[] = registry['apiCalls'];
  return calls.map(({ builtData }) => ({
    plugin: plugin.id,
    name: builtData.name,
    type: commandType(builtData),
    json: withDefaults(builtData, defaultPermissions(piece, plugin)),
    piece,
  }));
}

function commandType({ type }: Registered): PluginCommand['type'] {
  if (type === ApplicationCommandType.User || type === ApplicationCommandType.Message) return type;
  return ApplicationCommandType.ChatInput;
}

function withDefaults(registered: Registered, permissions: string | undefined): PluginCommand['json'] {
  // Sapphire fills in `dm_permission`, which Discord has replaced by `contexts`.
  const { dm_permission: _deprecated, ...json } = registered;
  return { ...json, default_member_permissions: json.default_member_permissions ?? permissions ?? null };
}

/**
 * Discord checks permissions per command, never per subcommand: a node that guards a single subcommand must not hide
 * its siblings, so only the node of the command itself counts.
 */
function defaultPermissions(piece: Command, plugin: Plugin): string | undefined {
  const { node } = piece.options;
  const permission = node && plugin.nodes?.[node]?.default;
  return permission && PermissionFlagsBits[permission].toString();
}
