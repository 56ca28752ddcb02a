import type { ChannelRecord } from '../state/channel.ts';
import { renderMemberOnly } from '../state/member.ts';
import type { MessageRecord, ReactionEmoji, ReactionRecord } from '../state/message.ts';
import { unknown } from '../state/unknown.ts';
import type { World } from '../state/world.ts';

/** One person's reaction to one message. */
export interface Reaction {
  readonly channel: ChannelRecord;
  readonly record: MessageRecord;
  /** A character, or `name:id` for a custom emoji. */
  readonly emoji: string;
  readonly userId: string;
}

/** Reads an emoji as paths name it. @throws DiscordError 10014 for what is no emoji */
function parseEmoji(text: string): ReactionEmoji {
  const custom = /^(?:a:|<a?:)?(\w+):(\d+)>?$/.exec(text);
  if (custom) return { name: custom[1] ?? '', id: custom[2] ?? null };
  if (/^\d+$/.test(text) || !/\p{Emoji}/u.test(text)) throw unknown('emoji');
  return { id: null, name: text };
}

/** Finds who reacted with an emoji. */
export function reactionOf(record: MessageRecord, emoji: string): ReactionRecord | undefined {
  return record.reactions?.get(keyOf(parseEmoji(emoji)));
}

/** Adds a reaction; a second one of the same person with the same emoji changes nothing. */
export function addReaction(world: World, reaction: Reaction): void {
  const { record, userId } = reaction;
  const emoji = parseEmoji(reaction.emoji);
  if (emoji.id !== null && !record.reactions?.has(emoji.id)) requireKnown(world, emoji.id);
  record.reactions ??= new Map();
  const known = record.reactions.get(keyOf(emoji)) ?? { emoji, userIds: new Set() };
  record.reactions.set(keyOf(emoji), known);
  if (known.userIds.has(userId)) return;
  known.userIds.add(userId);
  const { guildId } = reaction.channel;
  const member = guildId === undefined ? undefined : world.state.guilds.get(guildId)?.members.get(userId);
  const data = {
    ...placeOf(reaction),
    user_id: userId,
    emoji,
    message_author_id: record.message.author.id,
    burst: false,
    type: 0,
    ...(member && { member: { user: world.user(userId), ...renderMemberOnly(member) } }),
  };
  world.emit('MESSAGE_REACTION_ADD', data, guildId);
}

/** @throws DiscordError 10014 for a custom emoji that neither a guild nor the application has */
function requireKnown(world: World, emojiId: string): void {
  if (world.state.applicationEmojis?.has(emojiId)) return;
  for (const guild of world.state.guilds.values()) if (guild.emojis.has(emojiId)) return;
  throw unknown('emoji');
}

/** Removes a reaction, if it is there. */
export function removeReaction(world: World, reaction: Reaction): void {
  const emoji = parseEmoji(reaction.emoji);
  const known = reaction.record.reactions?.get(keyOf(emoji));
  if (!known?.userIds.delete(reaction.userId)) return;
  if (known.userIds.size === 0) forget(reaction.record, emoji);
  const data = { ...placeOf(reaction), user_id: reaction.userId, emoji, burst: false, type: 0 };
  world.emit('MESSAGE_REACTION_REMOVE', data, reaction.channel.guildId);
}

/** Removes all reactions of a message, or those with one emoji. */
export function clearReactions(
  world: World,
  { emoji: text, ...place }: { channel: ChannelRecord; record: MessageRecord; emoji?: string },
): void {
  const { record, channel } = place;
  if (text === undefined) {
    delete record.reactions;
    world.emit('MESSAGE_REACTION_REMOVE_ALL', placeOf(place), channel.guildId);
    return;
  }
  const emoji = parseEmoji(text);
  forget(record, emoji);
  world.emit('MESSAGE_REACTION_REMOVE_EMOJI', { ...placeOf(place), emoji }, channel.guildId);
}

function placeOf({ channel, record }: { channel: ChannelRecord; record: MessageRecord }): object {
  return {
    channel_id: channel.id,
    message_id: record.message.id,
    ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
  };
}

function forget(record: MessageRecord, emoji: ReactionEmoji): void {
  record.reactions?.delete(keyOf(emoji));
  if (record.reactions?.size === 0) delete record.reactions;
}

function keyOf(emoji: ReactionEmoji): string {
  return emoji.id ?? emoji.name;
}
