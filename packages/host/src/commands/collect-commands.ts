import type { Command } from '@sapphire/framework';
import type { Plugin } from '@twi/sdk';
import { ApplicationCommandType, PermissionFlagsBits } from 'discord.js';
import { CollectingRegistry } from './collecting-registry.ts';
import type { PluginCommand } from './plugin-command.ts';

type Json = PluginCommand['json'];

/**
 * What a command piece would register, without a request. Commands that name no permissions get the default of the
 * node that guards them.
 */
export async function collectCommands(piece: Command, plugin: Plugin): Promise<PluginCommand[]> {
  const registry = new CollectingRegistry(piece.name);
  await piece.registerApplicationCommands?.(registry);
  const permissions = defaultPermissions(piece, plugin);
  return registry.collected().map((json) => ({
    plugin: plugin.id,
    name: json.name,
    type: commandType(json),
    json: withDefaults(json, permissions),
    piece,
  }));
}

function commandType({ type }: Json): PluginCommand['type'] {
  if (type === ApplicationCommandType.User || type === ApplicationCommandType.Message) return type;
  return ApplicationCommandType.ChatInput;
}

function withDefaults(registered: Json, permissions: string | undefined): PluginCommand['json'] {
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
