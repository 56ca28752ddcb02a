import type { APIGuildWelcomeScreen } from 'discord-api-types/v10';
import { announceGuild } from '../actions/guilds.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { requireOf } from '../state/access.ts';
import type { GuildRecord } from '../state/guild.ts';
import { renderGuild } from '../state/render-guild.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const GUILD = '/guilds/{guild_id}';

/** What a guild shows and sets apart from its own fields. */
export const guildSettingRoutes: readonly Route[] = [
  { method: 'GET', template: `${GUILD}/preview`, handle: preview },
  { method: 'GET', template: `${GUILD}/vanity-url`, handle: vanityUrl },
  { method: 'GET', template: `${GUILD}/integrations`, handle: integrations },
  { method: 'GET', template: `${GUILD}/welcome-screen`, handle: getWelcomeScreen },
  { method: 'PATCH', template: `${GUILD}/welcome-screen`, handle: editWelcomeScreen },
  { method: 'PUT', template: `${GUILD}/incident-actions`, handle: setIncidentActions },
];

function preview(request: RestRequest): object {
  const guild = guildOf(request);
  const { id, name, icon, splash, discovery_splash, emojis, features, description, stickers } =
    renderGuild(guild);
  return {
    id,
    name,
    icon,
    splash,
    discovery_splash,
    emojis,
    features,
    description,
    stickers,
    approximate_member_count: guild.members.size,
    approximate_presence_count: Array.from(guild.members.keys()).filter((userId) =>
      request.world.presences.has(userId),
    ).length,
  };
}

function vanityUrl(request: RestRequest): object {
  const { properties } = manageable(request);
  return { code: properties['vanity_url_code'] ?? null, uses: 0 };
}

/** The bot is the only integration. */
function integrations(request: RestRequest): object[] {
  const { world } = request;
  const guild = manageable(request);
  const { id, name } = world.state.application;
  const bot = world.user(world.botId);
  const role = Array.from(guild.roles.values()).find((candidate) => candidate.botId === bot.id);
  return [
    {
      id,
      name,
      type: 'discord',
      enabled: true,
      account: { id, name },
      application: { id, name, icon: null, description: '', bot },
      scopes: ['applications.commands', 'bot'],
      ...(role && { role_id: role.id }),
    },
  ];
}

function getWelcomeScreen(request: RestRequest): object {
  const screen = guildOf(request).properties['welcome_screen'];
  if (typeof screen === 'object' && screen !== null) return screen;
  throw new DiscordError(404, 10_069, 'Unknown Guild Welcome Screen');
}

function editWelcomeScreen(request: RestRequest): object {
  const guild = manageable(request);
  const { description, welcome_channels: channels } = request.json<Partial<APIGuildWelcomeScreen>>();
  const screen = {
    description: null,
    welcome_channels: [],
    // -- only this resource writes it
    ...(guild.properties['welcome_screen'] as object | undefined),
    ...(description !== undefined && { description }),
    ...(channels && { welcome_channels: channels }),
  };
  guild.properties = { ...guild.properties, welcome_screen: screen };
  announceGuild(request.world, guild);
  return screen;
}

function setIncidentActions(request: RestRequest): object {
  const guild = manageable(request);
  const body = request.json<{ invites_disabled_until?: string; dms_disabled_until?: string }>();
  const incidents = {
    invites_disabled_until: body.invites_disabled_until ?? null,
    dms_disabled_until: body.dms_disabled_until ?? null,
    dm_spam_detected_at: null,
    raid_detected_at: null,
  };
  guild.properties = { ...guild.properties, incidents_data: incidents };
  announceGuild(request.world, guild);
  return incidents;
}

function manageable(request: RestRequest): GuildRecord {
  const guild = guildOf(request);
  requireOf(guild, request.world.botId, 'ManageGuild');
  return guild;
}

function guildOf(request: RestRequest): GuildRecord {
  return request.world.guild(request.param('guild_id'));
}
