import type { Command } from '@sapphire/framework';
import type { ApplicationCommandType, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

/** One application command of a plugin, as Discord will see it. */
export interface PluginCommand {
  readonly plugin: string;
  readonly name: string;
  readonly type:
    | ApplicationCommandType.ChatInput
    | ApplicationCommandType.User
    | ApplicationCommandType.Message;
  /** The registered form: `default_member_permissions` mirrors the default of the guarding node. */
  readonly json: RESTPostAPIApplicationCommandsJSONBody;
  readonly piece: Command;
}
