import type { RESTPostAPIChannelFollowersJSONBody } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import { followChannel, publishMessage } from '../actions/announcements.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { guildChannel, requireIn } from '../state/access.ts';
import type { ChannelRecord } from '../state/channel.ts';
import { renderMessage } from '../state/render-message.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const CHANNEL = '/channels/{channel_id}';

/** Announcement channels: publishing, and following from another channel. */
export const announcementRoutes: readonly Route[] = [
  { method: 'POST', template: `${CHANNEL}/messages/{message_id}/crosspost`, handle: crosspost },
  { method: 'POST', template: `${CHANNEL}/followers`, handle: follow },
];

function crosspost(request: RestRequest): object {
  const { world } = request;
  const channel = announcementChannel(request);
  const record = world.message(channel.id, request.param('message_id'));
  const isOwn = record.message.author.id === world.botId;
  requireIn(world, channel, [isOwn ? 'SendMessages' : 'ManageMessages']);
  publishMessage(world, channel, record);
  return renderMessage(world, record);
}

function follow(request: RestRequest): object {
  const { world } = request;
  const source = announcementChannel(request);
  const body = request.json<RESTPostAPIChannelFollowersJSONBody>();
  const { channel: target, guild } = guildChannel(world, body.webhook_channel_id);
  requireIn(world, target, ['ManageWebhooks']);
  const webhook = followChannel(world, guild, request.actor, { source, target });
  return { channel_id: source.id, webhook_id: webhook.id };
}

function announcementChannel(request: RestRequest): ChannelRecord {
  const { channel } = guildChannel(request.world, request.param('channel_id'));
  if (channel.type === ChannelType.GuildAnnouncement) return channel;
  throw new DiscordError(400, 50_024, 'Cannot execute action on this channel type');
}
