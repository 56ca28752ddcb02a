import { ChannelType } from 'discord-api-types/v10';
import type { ChannelRecord } from '../state/channel.ts';
import { renderChannel } from '../state/render-channel.ts';
import type { World } from '../state/world.ts';

/** Opens the direct conversation between the bot and a person, or finds it. */
export function openDirectChannel(world: World, userId: string): ChannelRecord {
  const user = world.user(userId);
  const known = world.state.channels.get(world.state.directChannels.get(user.id) ?? '');
  if (known) return known;
  const channel: ChannelRecord = {
    id: world.ids.next(),
    type: ChannelType.DM,
    name: user.username,
    position: 0,
    parentId: null,
    overwrites: new Map(),
    lastMessageId: null,
    properties: {},
    recipientId: user.id,
  };
  world.state.channels.set(channel.id, channel);
  world.state.directChannels.set(user.id, channel.id);
  world.emit('CHANNEL_CREATE', renderChannel(world, channel));
  return channel;
}
