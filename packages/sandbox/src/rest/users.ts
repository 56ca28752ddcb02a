import type {
  RESTPatchAPICurrentUserJSONBody,
  RESTPostAPICurrentUserCreateDMChannelJSONBody,
} from 'discord-api-types/v10';
import { openDirectChannel } from '../actions/direct-channels.ts';
import { leaveGuild } from '../actions/guilds.ts';
import { pictureHash } from '../actions/picture.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { renderApplication } from '../state/application.ts';
import { renderMember } from '../state/member.ts';
import { renderChannel } from '../state/render-channel.ts';
import { renderGuild } from '../state/render-guild.ts';
import { compareSnowflakes } from '../state/snowflake.ts';
import { memberOf, permissionsOf } from '../state/standing.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

/** The bot's own account, other users, and the application. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', template: '/users/@me', handle: ({ world }) => world.user(world.botId) },
  { method: 'PATCH', template: '/users/@me', handle: editSelf },
  { method: 'GET', template: '/users/@me/guilds', handle: listGuilds },
  { method: 'DELETE', template: '/users/@me/guilds/{guild_id}', handle: leave },
  { method: 'GET', template: '/users/@me/guilds/{guild_id}/member', handle: ownMember },
  { method: 'POST', template: '/users/@me/channels', handle: openChannel },
  {
    method: 'GET',
    template: '/users/{user_id}',
    handle: (request) => request.world.user(request.param('user_id')),
  },
  { method: 'GET', template: '/applications/@me', handle: application },
  { method: 'PATCH', template: '/applications/@me', handle: editApplication },
  { method: 'GET', template: '/oauth2/applications/@me', handle: application },
];

function editSelf(request: RestRequest): object {
  const { world } = request;
  const { username, avatar, banner } = request.json<RESTPatchAPICurrentUserJSONBody>();
  const user = {
    ...world.user(world.botId),
    ...(username !== undefined && { username }),
    ...(avatar !== undefined && { avatar: avatar === null ? null : pictureHash(avatar) }),
    ...(banner !== undefined && { banner: banner === null ? null : pictureHash(banner) }),
  };
  world.state.users.set(user.id, user);
  world.emit('USER_UPDATE', user);
  return user;
}

function listGuilds(request: RestRequest): object[] {
  const { world, query } = request;
  const after = query['after'] ?? '0';
  return Array.from(world.state.guilds.values())
    .filter((guild) => guild.members.has(world.botId) && compareSnowflakes(guild.id, after) > 0)
    .toSorted((left, right) => compareSnowflakes(left.id, right.id))
    .slice(0, request.limit(200, 200))
    .map((guild) => {
      const { id, name, icon, banner, features } = renderGuild(guild);
      const permissions = permissionsOf(guild, world.botId).toString();
      return { id, name, icon, banner, features, owner: guild.ownerId === world.botId, permissions };
    });
}

function leave(request: RestRequest): void {
  leaveGuild(request.world, request.world.guild(request.param('guild_id')));
}

function ownMember(request: RestRequest): object {
  const { world } = request;
  return renderMember(memberOf(world.guild(request.param('guild_id')), world.botId), world.user(world.botId));
}

function openChannel(request: RestRequest): object {
  const { recipient_id: recipientId } = request.json<RESTPostAPICurrentUserCreateDMChannelJSONBody>();
  if (recipientId === request.world.botId) {
    throw new DiscordError(400, 50_007, 'Cannot send messages to this user');
  }
  return renderChannel(request.world, openDirectChannel(request.world, recipientId));
}

function application({ world }: RestRequest): object {
  const { application: own, users } = world.state;
  return renderApplication(own, world.user(world.botId), users.get(own.ownerId));
}

function editApplication(request: RestRequest): object {
  const { description } = request.json<{ description?: string }>();
  if (description !== undefined) request.world.state.application.description = description;
  return application(request);
}
