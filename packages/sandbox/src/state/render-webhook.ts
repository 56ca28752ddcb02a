import type { WebhookRecord } from './webhook.ts';
import type { World } from './world.ts';

const INCOMING = 1;
const CHANNEL_FOLLOWER = 2;

/** Renders a webhook of a channel; asked for by its token it comes without the user who made it. */
export function renderWebhook(world: World, webhook: WebhookRecord, isByToken = false): object {
  const shared = {
    id: webhook.id,
    type: webhook.source ? CHANNEL_FOLLOWER : INCOMING,
    guild_id: webhook.guildId,
    channel_id: webhook.channelId,
    name: webhook.name,
    avatar: webhook.avatar ?? null,
    ...(!isByToken && { user: world.user(webhook.creatorId) }),
  };
  if (webhook.source) return { ...shared, application_id: null, ...renderSource(world, webhook.source) };
  return {
    ...shared,
    token: webhook.token,
    application_id: webhook.creatorId === world.botId ? world.state.application.id : null,
    url: `${world.origin}/api/webhooks/${webhook.id}/${webhook.token}`,
  };
}

function renderSource(world: World, source: NonNullable<WebhookRecord['source']>): object {
  return {
    source_guild: {
      id: source.guildId,
      name: world.state.guilds.get(source.guildId)?.name ?? '',
      icon: null,
    },
    source_channel: { id: source.channelId, name: world.state.channels.get(source.channelId)?.name ?? '' },
  };
}
