import type { Command } from '@sapphire/framework';
import type { APIApplicationCommandBasicOption, ApplicationCommandType } from 'discord.js';
import type { PluginRecord } from '../plugin-record.ts';
import type { Described } from './described.ts';

/** One thing that people can do: a command without subcommands, a subcommand, or a menu entry. */
export interface HelpEntry extends Described {
  readonly plugin: PluginRecord;
  readonly piece: Command;
  /** As Sapphire keys it: `name` or `group.name`. */
  readonly subcommand?: string | undefined;
  /** As it is typed, without the slash: `plugins enable`; of a menu entry its label. */
  readonly path: string;
  readonly type: ApplicationCommandType;
  readonly options: readonly APIApplicationCommandBasicOption[];
  /** The permission node that guards it. */
  readonly node?: string | undefined;
  /** The Discord permissions that guard it where no node does. */
  readonly memberPermissions?: bigint | undefined;
  readonly example?: string | undefined;
}
