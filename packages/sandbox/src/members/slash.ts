import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import type { APIApplicationCommand, APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { SandboxActionError } from './action-error.ts';
import { sentOptions } from './command-options.ts';
import type { TypedOptions } from './command-options.ts';
import type { Exchange } from './exchange.ts';
import { launch } from './launch.ts';
import type { WaitOptions } from './launch.ts';
import type { OptionInput } from './option-value.ts';
import type { Player } from './player.ts';
import { Resolved } from './resolved.ts';
import { findCommand } from './visible-commands.ts';

/** Types a slash command; `line` is its name and those of group and subcommand, such as `case view`. */
export function slash(
  player: Player,
  line: string,
  values: Readonly<Record<string, OptionInput>>,
  wait?: WaitOptions,
): Promise<Exchange> {
  const [name = '', ...path] = words(line);
  const command = findCommand(player, name);
  const data = commandData(player, command, { path, values });
  return launch(player, { type: InteractionType.ApplicationCommand, data, wait }).presented();
}

/** Asks for suggestions while an option is typed. */
export async function autocomplete(
  player: Player,
  line: string,
  values: Readonly<Record<string, OptionInput>>,
  focused: string,
): Promise<readonly APIApplicationCommandOptionChoice[]> {
  const [name = '', ...path] = words(line);
  const command = findCommand(player, name);
  const data = commandData(player, command, { path, values, focused });
  const exchange = launch(player, { type: InteractionType.ApplicationCommandAutocomplete, data });
  return (await exchange.presented()).choices;
}

/** Chooses a command from the menu of a user or a message. */
export function contextMenu(
  player: Player,
  name: string,
  target: { readonly userId: string } | { readonly messageId: string },
  wait?: WaitOptions,
): Promise<Exchange> {
  const isUser = 'userId' in target;
  const type = isUser ? ApplicationCommandType.User : ApplicationCommandType.Message;
  const command = findCommand(player, name, type);
  const resolved = new Resolved(player);
  const targetId = isUser ? target.userId : target.messageId;
  const isKnown = isUser ? resolved.addUser(targetId) : resolved.addMessage(targetId);
  if (!isKnown)
    throw new SandboxActionError('unknown-target', `There is no such user or message: ${targetId}`);
  const data = { ...identityOf(command), target_id: targetId, resolved: resolved.toJSON() };
  return launch(player, { type: InteractionType.ApplicationCommand, data, wait }).presented();
}

function commandData(player: Player, command: APIApplicationCommand, typed: TypedOptions): object {
  const resolved = new Resolved(player);
  const options = sentOptions(command, typed, resolved);
  const objects = resolved.toJSON();
  return {
    ...identityOf(command),
    ...(options.length > 0 && { options }),
    ...(objects && { resolved: objects }),
  };
}

function identityOf(command: APIApplicationCommand): object {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
  };
}

function words(line: string): string[] {
  return line.replace(/^\//, '').trim().split(/\s+/);
}
