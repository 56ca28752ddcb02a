import { ChannelType } from 'discord-api-types/v10';
import { refuseBadTags } from '../actions/forum-tags.ts';
import { createMessage } from '../actions/messages.ts';
import { createThread } from '../actions/threads.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { requireIn } from '../state/access.ts';
import { isThreadOnly } from '../state/channel.ts';
import { unknown } from '../state/unknown.ts';
import { placeOf } from './player.ts';
import type { Player } from './player.ts';

/** What a thread starts from. */
export interface ThreadStart {
  /** The message that is talked about. */
  readonly messageId?: string;
  /** The first message of a post in a forum. */
  readonly content?: string;
  readonly tagIds?: readonly string[];
}

/** Starts a thread, or a post in a forum, and returns its id. @throws DiscordError 50013, 10087, 40067 or 160004 */
export function startThread(player: Player, name: string, start: ThreadStart = {}): string {
  const { world, userId } = player;
  const { channel: parent, guild } = placeOf(player);
  if (!guild) throw unknown('guild');
  const { messageId, content = '', tagIds = [] } = start;
  const isPost = isThreadOnly(parent);
  requireIn(world, parent, [isPost ? 'SendMessages' : 'CreatePublicThreads'], userId);
  refuseBadTags(world, parent, { tagIds, userId });
  const starter = messageId === undefined ? undefined : world.message(parent.id, messageId, userId);
  if (starter && world.state.channels.has(starter.message.id)) {
    throw new DiscordError(400, 160_004, 'A thread has already been created for this message');
  }
  const input = {
    name,
    applied_tags: tagIds,
    ...(!isPost && !starter && { type: ChannelType.PublicThread }),
  };
  const channel = createThread(world, guild, { userId }, { parent, input, ...(starter && { starter }) });
  if (isPost) {
    createMessage(world, { id: channel.id, channel, author: world.user(userId), body: { content } });
  }
  return channel.id;
}
