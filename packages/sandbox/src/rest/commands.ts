import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { editCommand, overwriteCommands, saveCommand } from '../actions/commands.ts';
import type { CommandScope } from '../actions/commands.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { unknown } from '../state/unknown.ts';
import type { RestRequest } from './rest-request.ts';
import { Reply } from './route.ts';
import type { Route } from './route.ts';

type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

/** Application commands, global and of guilds. */
export const commandRoutes: readonly Route[] = [
  ...routesOf('/applications/{application_id}/commands'),
  ...routesOf('/applications/{application_id}/guilds/{guild_id}/commands'),
  {
    method: 'GET',
    template: '/applications/{application_id}/guilds/{guild_id}/commands/permissions',
    handle: (request) => (scopeOf(request), []),
  },
  {
    method: 'GET',
    template: '/applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions',
    handle: (request) => {
      commandOf(request, scopeOf(request));
      throw new DiscordError(404, 10_066, 'Unknown application command permissions');
    },
  },
  // Only somebody who manages the guild sets these, with a token of their own.
  {
    method: 'PUT',
    template: '/applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions',
    handle: () => {
      throw new DiscordError(403, 20_001, 'Bots cannot use this endpoint');
    },
  },
];

function routesOf(list: string): Route[] {
  const one = `${list}/{command_id}`;
  return [
    { method: 'GET', template: list, handle: (request) => [...commandsOf(request).values()] },
    { method: 'POST', template: list, handle: create },
    { method: 'PUT', template: list, handle: overwrite },
    { method: 'GET', template: one, handle: (request) => commandOf(request, scopeOf(request)) },
    { method: 'PATCH', template: one, handle: edit },
    { method: 'DELETE', template: one, handle: remove },
  ];
}

function create(request: RestRequest): Reply {
  const { command, isNew } = saveCommand(request.world, scopeOf(request), request.json<CommandBody>());
  return new Reply(isNew ? 201 : 200, command);
}

function overwrite(request: RestRequest): APIApplicationCommand[] {
  return overwriteCommands(request.world, scopeOf(request), request.json<CommandBody[]>());
}

function edit(request: RestRequest): APIApplicationCommand {
  const scope = scopeOf(request);
  return editCommand(request.world, scope, commandOf(request, scope), request.json<Partial<CommandBody>>());
}

function remove(request: RestRequest): void {
  const command = commandOf(request, scopeOf(request));
  commandsOf(request).delete(command.id);
}

function scopeOf(request: RestRequest): CommandScope {
  const { world } = request;
  if (request.param('application_id') !== world.state.application.id) {
    throw new DiscordError(403, 20_012, 'You are not authorized to perform this action on this application');
  }
  const guildId = request.param('guild_id', 'global');
  return guildId === 'global' ? guildId : world.guild(guildId).id;
}

function commandsOf(request: RestRequest): Map<string, APIApplicationCommand> {
  return request.world.commandsOf(scopeOf(request));
}

function commandOf(request: RestRequest, scope: CommandScope): APIApplicationCommand {
  const command = request.world.commandsOf(scope).get(request.param('command_id'));
  if (!command) throw unknown('command');
  return command;
}
