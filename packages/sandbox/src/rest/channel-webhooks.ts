import type { RESTPatchAPIWebhookJSONBody } from 'discord-api-types/v10';
import { createWebhook, deleteWebhook, editWebhook } from '../actions/webhooks.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { renderWebhook } from '../state/render-webhook.ts';
import { unknown } from '../state/unknown.ts';
import type { WebhookRecord } from '../state/webhook.ts';
import { guildChannel, requireIn, requireOf } from '../state/access.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const OF_CHANNEL = '/channels/{channel_id}/webhooks';
const WEBHOOK = '/webhooks/{webhook_id}';
const MAXIMUM_PER_CHANNEL = 15;

/** Webhooks as the bot manages them with its own token. */
export const channelWebhookRoutes: readonly Route[] = [
  { method: 'GET', template: OF_CHANNEL, handle: listOfChannel },
  { method: 'POST', template: OF_CHANNEL, handle: create },
  { method: 'GET', template: '/guilds/{guild_id}/webhooks', handle: listOfGuild },
  {
    method: 'GET',
    template: WEBHOOK,
    handle: (request) => renderWebhook(request.world, manageable(request)),
  },
  { method: 'PATCH', template: WEBHOOK, handle: edit },
  { method: 'DELETE', template: WEBHOOK, handle: remove },
];

function listOfChannel(request: RestRequest): object[] {
  const { channel } = guildChannel(request.world, request.param('channel_id'));
  requireIn(request.world, channel, ['ManageWebhooks']);
  return list(request, (webhook) => webhook.channelId === channel.id);
}

function listOfGuild(request: RestRequest): object[] {
  const guild = request.world.guild(request.param('guild_id'));
  requireOf(guild, request.world.botId, 'ManageWebhooks');
  return list(request, (webhook) => webhook.guildId === guild.id);
}

function create(request: RestRequest): object {
  const { world } = request;
  const { channel, guild } = guildChannel(world, request.param('channel_id'));
  requireIn(world, channel, ['ManageWebhooks']);
  if (list(request, (webhook) => webhook.channelId === channel.id).length >= MAXIMUM_PER_CHANNEL) {
    throw new DiscordError(400, 30_007, `Maximum number of webhooks reached (${MAXIMUM_PER_CHANNEL})`);
  }
  const { name, avatar } = request.json<{ name: string; avatar?: string | null }>();
  return renderWebhook(world, createWebhook(world, guild, request.actor, { channel, name, avatar }));
}

function edit(request: RestRequest): object {
  const { world } = request;
  const webhook = manageable(request);
  const { name, avatar, channel_id: channelId } = request.json<RESTPatchAPIWebhookJSONBody>();
  const destination = channelId === undefined ? undefined : guildChannel(world, channelId).channel;
  if (destination) requireIn(world, destination, ['ManageWebhooks']);
  const changes = {
    ...(name !== undefined && { name }),
    ...(avatar !== undefined && { avatar }),
    ...(destination && { channelId: destination.id }),
  };
  editWebhook(world, world.guild(webhook.guildId), request.actor, { webhook, changes });
  return renderWebhook(world, webhook);
}

function remove(request: RestRequest): void {
  const webhook = manageable(request);
  deleteWebhook(request.world, request.world.guild(webhook.guildId), request.actor, webhook);
}

function manageable(request: RestRequest): WebhookRecord {
  const webhook = request.world.state.webhooks.get(request.param('webhook_id'));
  if (!webhook) throw unknown('webhook');
  requireIn(request.world, request.world.channel(webhook.channelId), ['ManageWebhooks']);
  return webhook;
}

function list({ world }: RestRequest, isWanted: (webhook: WebhookRecord) => boolean): object[] {
  return Array.from(world.state.webhooks.values())
    .filter(isWanted)
    .map((webhook) => renderWebhook(world, webhook));
}
