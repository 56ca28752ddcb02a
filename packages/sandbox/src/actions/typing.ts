import type { ChannelRecord } from '../state/channel.ts';
import { renderMember } from '../state/member.ts';
import type { World } from '../state/world.ts';

/** For so long somebody counts as writing. Source: Discord's documentation, "Trigger Typing Indicator". */
const TYPING_MS = 10_000;
/** How many of a channel's latest messages may have ended somebody's writing. */
const RECENT = 50;

/** Takes note that somebody is writing, for those who look at the channel. */
export function noteTyping(world: World, channel: ChannelRecord, userId: string): void {
  const here = world.typing.get(channel.id) ?? new Map<string, number>();
  world.typing.set(channel.id, here.set(userId, Date.now()));
}

/** Tells who is writing in a channel: whoever has said so lately and has written no message since. */
export function typingIn(world: World, channel: ChannelRecord): string[] {
  const here = world.typing.get(channel.id);
  if (!here) return [];
  const since = Date.now() - TYPING_MS;
  for (const { message } of Array.from(world.state.messages.get(channel.id)?.values() ?? []).slice(-RECENT)) {
    const startedAt = here.get(message.author.id);
    if (startedAt !== undefined && Date.parse(message.timestamp) >= startedAt) here.delete(message.author.id);
  }
  for (const [userId, startedAt] of here) if (startedAt < since) here.delete(userId);
  return [...here.keys()];
}

/** Tells the bot, and those who look, that somebody is writing. */
export function announceTyping(world: World, channel: ChannelRecord, userId: string): void {
  noteTyping(world, channel, userId);
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
