import { ApplicationCommandType, InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { permissionsIn } from '../state/standing.ts';
import { SandboxActionError } from './action-error.ts';
import { placeOf } from './player.ts';
import type { Place, Player } from './player.ts';

/** Lists the commands that a member may see in a channel, those of the guild before the global ones. */
export function visibleCommands(player: Player): APIApplicationCommand[] {
  const { world } = player;
  const place = placeOf(player);
  const guildId = place.channel.guildId;
  const permissions = permissionsIn(world, place.channel, player.userId);
  if ((permissions & PermissionFlagsBits.UseApplicationCommands) === 0n) return [];
  const own = guildId === undefined ? [] : (world.state.commands.get(guildId)?.values() ?? []);
  const global = world.state.commands.get('global')?.values() ?? [];
  return [...own, ...global].filter(
    (command) => fitsContext(command, place) && isPermitted(command, permissions, place),
  );
}

/** Finds a command that the member sees. @throws SandboxActionError `unknown-command` */
export function findCommand(
  player: Player,
  name: string,
  type: ApplicationCommandType = ApplicationCommandType.ChatInput,
): APIApplicationCommand {
  const found = visibleCommands(player).find((command) => command.name === name && command.type === type);
  if (found) return found;
  const username = player.world.state.users.get(player.userId)?.username ?? player.userId;
  throw new SandboxActionError('unknown-command', `${username} sees no command "${name}" here`);
}

function fitsContext(command: APIApplicationCommand, { channel }: Place): boolean {
  const isDirect = channel.guildId === undefined;
  if (command.nsfw && !isDirect && channel.properties['nsfw'] !== true) return false;
  const context = isDirect ? InteractionContextType.BotDM : InteractionContextType.Guild;
  if (command.contexts) return command.contexts.includes(context);
  return !isDirect || command.dm_permission !== false;
}

function isPermitted(command: APIApplicationCommand, permissions: bigint, { guild }: Place): boolean {
  const needed = command.default_member_permissions;
  if (needed === null || !guild || guild.showsAllCommands) return true;
  const bits = BigInt(needed);
  if (bits === 0n) return (permissions & PermissionFlagsBits.Administrator) !== 0n;
  return (permissions & bits) === bits;
}
