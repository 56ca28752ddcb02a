import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { refuseTooManyCommands } from '../rules/commands.ts';
import { DiscordError } from '../rules/discord-error.ts';
import type { World } from '../state/world.ts';

/** Discord's limit of commands created for one guild in a day. */
const MAXIMUM_CREATIONS_PER_DAY = 200;

/** Whose commands: a guild's id, or `global` for everybody's. */
export type CommandScope = string;

/** Creates a command, or replaces the one of the same name and type. */
export function saveCommand(
  world: World,
  scope: CommandScope,
  body: RESTPostAPIApplicationCommandsJSONBody,
): { command: APIApplicationCommand; isNew: boolean } {
  const commands = world.commandsOf(scope);
  const existing = findTwin(commands.values(), body);
  if (!existing) {
    refuseTooManyCommands([...commands.values(), body]);
    countCreations(world, scope, 1);
  }
  const command = normalise(world, scope, body, existing?.id);
  commands.set(command.id, command);
  return { command, isNew: !existing };
}

/** Replaces all commands of a scope; those that keep their name and type keep their id. */
export function overwriteCommands(
  world: World,
  scope: CommandScope,
  bodies: readonly RESTPostAPIApplicationCommandsJSONBody[],
): APIApplicationCommand[] {
  const before = [...world.commandsOf(scope).values()];
  const twins = bodies.map((body) => findTwin(before, body));
  countCreations(world, scope, twins.filter((twin) => !twin).length);
  const after = bodies.map((body, index) => normalise(world, scope, body, twins[index]?.id));
  world.state.commands.set(scope, new Map(after.map((command) => [command.id, command])));
  return after;
}

/** Changes some fields of a command. */
export function editCommand(
  world: World,
  scope: CommandScope,
  command: APIApplicationCommand,
  body: Partial<RESTPostAPIApplicationCommandsJSONBody>,
): APIApplicationCommand {
  // -- what a command was normalised to is again a valid body for it
  const merged = { ...command, ...body } as RESTPostAPIApplicationCommandsJSONBody;
  const edited = normalise(world, scope, merged, command.id);
  world.commandsOf(scope).set(edited.id, edited);
  return edited;
}

function findTwin(commands: Iterable<APIApplicationCommand>, body: RESTPostAPIApplicationCommandsJSONBody) {
  const type = body.type ?? ApplicationCommandType.ChatInput;
  for (const command of commands) if (command.name === body.name && command.type === type) return command;
  return undefined;
}

/** @throws DiscordError 30034 */
function countCreations(world: World, scope: CommandScope, created: number): void {
  if (scope === 'global' || created === 0) return;
  const guild = world.guild(scope);
  const day = new Date().toISOString().slice(0, 10);
  const count = (guild.commandCreations.day === day ? guild.commandCreations.count : 0) + created;
  if (count > MAXIMUM_CREATIONS_PER_DAY) {
    throw new DiscordError(
      400,
      30_034,
      `Max number of daily application command creates has been reached (${MAXIMUM_CREATIONS_PER_DAY})`,
    );
  }
  guild.commandCreations = { day, count };
}

/** Fills in every field that Discord returns, so that a bot that compares finds no difference. */
function normalise(
  world: World,
  scope: CommandScope,
  body: RESTPostAPIApplicationCommandsJSONBody,
  id: string | undefined,
): APIApplicationCommand {
  const isGlobal = scope === 'global';
  const command = {
    id: id ?? world.ids.next(),
    application_id: world.state.application.id,
    version: world.ids.next(),
    type: body.type ?? ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: ('description' in body && body.description) || '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: body.default_member_permissions ?? null,
    default_permission: true,
    nsfw: body.nsfw ?? false,
    ...(isGlobal
      ? {
          dm_permission: body.dm_permission ?? body.contexts?.includes(InteractionContextType.BotDM) ?? true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? [ApplicationIntegrationType.GuildInstall],
        }
      : { guild_id: scope }),
    ...('options' in body && body.options && body.options.length > 0 && { options: body.options }),
  };
  // -- a union over the types of commands; `type` is one of them
  return command as APIApplicationCommand;
}
