import { createMessage } from '../actions/messages.ts';
import { createThread } from '../actions/threads.ts';
import { SandboxActionError } from '../members/action-error.ts';
import { placeOf } from '../members/player.ts';
import type { Player } from '../members/player.ts';
import { requireIn } from '../state/access.ts';
import { isThreadOnly } from '../state/channel.ts';
import type { ChannelRecord } from '../state/channel.ts';

/** A thread as a member starts it. */
export interface NewThread {
  readonly name: string;
  /** The message that it starts from. */
  readonly messageId?: string | undefined;
  /** The first message of a forum's post. */
  readonly content?: string | undefined;
}

/**
 * Starts a thread from a message, or a post where the channel is a forum.
 *
 * @throws DiscordError 50013 where the member may not
 * @throws SandboxActionError `invalid-option` for a forum's post without content, and a thread without a message
 */
export function startThread(player: Player, { name, messageId, content }: NewThread): ChannelRecord {
  const { world, userId } = player;
  const { channel: parent, guild } = placeOf(player);
  if (!guild) throw new SandboxActionError('unknown-target', 'Direct conversations have no threads');
  const input = { name };
  if (isThreadOnly(parent)) {
    requireIn(world, parent, ['SendMessages'], userId);
    if (!content) throw new SandboxActionError('invalid-option', 'A post needs a message');
    const post = createThread(world, guild, { userId }, { parent, input });
    createMessage(world, { id: post.id, channel: post, author: world.user(userId), body: { content } });
    return post;
  }
  requireIn(world, parent, ['CreatePublicThreads'], userId);
  if (messageId === undefined)
    throw new SandboxActionError('invalid-option', 'A thread starts from a message');
  if (world.state.channels.has(messageId)) {
    throw new SandboxActionError('invalid-option', 'This message has a thread already');
  }
  const starter = world.message(parent.id, messageId, userId);
  return createThread(world, guild, { userId }, { parent, input, starter });
}
