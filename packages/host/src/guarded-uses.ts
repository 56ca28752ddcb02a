import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { ApplicationCommandType } from 'discord.js';
import { OWNER_COMMANDS } from './commands/desired-commands.ts';
import { commandLeaves } from './core/command-leaves.ts';
import { OwnerHandler } from './core/interaction-handlers/owner-handler.ts';
import { CORE_PLUGIN_ID } from './gate/core-plugin.ts';
import type { PluginRecord } from './plugin-record.ts';

/** Something of a plugin that people can use, and what guards it. */
export interface GuardedUse {
  readonly plugin: string;
  readonly kind: 'slash' | 'user-menu' | 'message-menu' | 'button' | 'select' | 'modal' | 'autocomplete';
  /** As it is typed, without the slash (`case view`); the label of a menu entry; the name in a component's custom id. */
  readonly name: string;
  /** The permission node that guards it; absent: everybody may use it, or it asks by itself. */
  readonly node?: string | undefined;
  /** Whether only the owners of the bot may use it. */
  readonly isForBotOwners: boolean;
}

const COMMAND_KINDS = {
  [ApplicationCommandType.ChatInput]: 'slash',
  [ApplicationCommandType.User]: 'user-menu',
  [ApplicationCommandType.Message]: 'message-menu',
} as const;

const HANDLER_KINDS: Partial<Record<InteractionHandlerTypes, GuardedUse['kind']>> = {
  [InteractionHandlerTypes.Button]: 'button',
  [InteractionHandlerTypes.SelectMenu]: 'select',
  [InteractionHandlerTypes.ModalSubmit]: 'modal',
  [InteractionHandlerTypes.Autocomplete]: 'autocomplete',
};

/** All that people can use of a loaded plugin: commands and subcommands, menu entries, components and forms. */
export function guardedUses(record: PluginRecord): GuardedUse[] {
  return [...commandUses(record), ...handlerUses(record)];
}

function commandUses(record: PluginRecord): GuardedUse[] {
  return record.commands.flatMap((command) =>
    commandLeaves(command, record).map(({ path, node }) => ({
      plugin: record.id,
      kind: COMMAND_KINDS[command.type],
      name: path,
      node,
      isForBotOwners: record.id === CORE_PLUGIN_ID && OWNER_COMMANDS.has(command.name),
    })),
  );
}

function handlerUses({ id, pieces }: PluginRecord): GuardedUse[] {
  return pieces
    .filter((piece) => piece instanceof InteractionHandler)
    .map((handler) => ({
      plugin: id,
      // One of Sapphire's that takes buttons and menus alike.
      kind: HANDLER_KINDS[handler.interactionHandlerType] ?? 'button',
      name: handler.name.slice(id.length + 1),
      node: handler.options.node ?? undefined,
      isForBotOwners: handler instanceof OwnerHandler,
    }));
}
