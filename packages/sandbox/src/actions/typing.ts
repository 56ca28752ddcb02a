import type { ChannelRecord } from '../state/channel.ts';
import { renderMember } from '../state/member.ts';
import type { World } from '../state/world.ts';

/** Tells the bot that somebody is writing. */
export function announceTyping(world: World, channel: ChannelRecord, userId: string): void {
  const member = world.guildOf(channel)?.members.get(userId);
  const data = {
    channel_id: channel.id,
    user_id: userId,
    timestamp: Math.floor(Date.now() / 1_000),
    ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
    ...(member && { member: renderMember(member, world.user(userId)) }),
  };
  world.emit('TYPING_START', data, channel.guildId);
}
