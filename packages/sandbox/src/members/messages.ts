import { AuditLogEvent, MessageReferenceType } from 'discord-api-types/v10';
import type { APIMessage, RESTAPIPoll } from 'discord-api-types/v10';
import { writeAuditLog } from '../actions/audit-log.ts';
import { executeViolations } from '../actions/execute-violations.ts';
import { deleteMessages, editMessage } from '../actions/message-changes.ts';
import { createMessage } from '../actions/messages.ts';
import { addReaction, removeReaction } from '../actions/reactions.ts';
import { isBlocking, violationsOf } from '../actions/moderate-content.ts';
import type { Utterance, Violation } from '../actions/moderate-content.ts';
import { passSlowMode } from '../actions/slow-mode.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { requireIn } from '../state/access.ts';
import { renderMessage } from '../state/render-message.ts';
import type { World } from '../state/world.ts';
import { SandboxActionError } from './action-error.ts';
import type { FileInput } from './option-value.ts';
import { placeOf } from './player.ts';
import type { Player } from './player.ts';

/** What goes with a message. */
export interface SendOptions {
  /** Id of the message that is replied to. */
  readonly replyTo?: string;
  readonly attachments?: readonly FileInput[];
  /** The message that is forwarded. */
  readonly forward?: { readonly channelId: string; readonly messageId: string };
  readonly poll?: RESTAPIPoll;
}

/** Writes a message. @throws DiscordError 50013 where the member may not write, 20016 in slow mode, 200000 where a rule blocks it */
export function send(player: Player, content: string, options: SendOptions = {}): APIMessage {
  const { world, userId } = player;
  const { channel } = placeOf(player);
  const { attachments = [], poll } = options;
  requireIn(world, channel, [channel.thread ? 'SendMessagesInThreads' : 'SendMessages'], userId);
  if (attachments.length > 0) requireIn(world, channel, ['AttachFiles'], userId);
  if (poll) requireIn(world, channel, ['SendPolls'], userId);
  const violations = unblockedViolations(world, { channel, userId, content });
  passSlowMode(world, channel, userId);
  const record = createMessage(world, {
    channel,
    author: world.user(userId),
    body: {
      content,
      ...(poll && { poll }),
      ...referenceIn(options),
      attachments: attachments.map(({ description }, id) => ({ id, ...(description && { description }) })),
    },
    files: attachments.map((file, index) => ({ field: `files[${index}]`, ...file })),
  });
  executeViolations(world, { channel, userId, content, messageId: record.message.id }, violations);
  return renderMessage(world, record, userId);
}

function referenceIn({ replyTo, forward }: SendOptions) {
  if (replyTo !== undefined) return { message_reference: { message_id: replyTo } };
  if (!forward) return {};
  const { channelId, messageId } = forward;
  return {
    message_reference: {
      type: MessageReferenceType.Forward,
      channel_id: channelId,
      message_id: messageId,
    },
  };
}

/** Edits a message of the member's own. @throws DiscordError 200000 where a rule blocks what it says now */
export function edit(player: Player, messageId: string, content: string): APIMessage {
  const { world, userId } = player;
  const { channel } = placeOf(player);
  const record = world.message(channel.id, messageId, userId);
  if (record.message.author.id !== userId) {
    throw new SandboxActionError('missing-permission', 'Only the author edits a message');
  }
  const violations = unblockedViolations(world, { channel, userId, content });
  const edited = editMessage(world, { channel, record, body: { content } });
  executeViolations(world, { channel, userId, content, messageId }, violations);
  return renderMessage(world, edited, userId);
}

function unblockedViolations(world: World, utterance: Utterance): readonly Violation[] {
  const violations = violationsOf(world, utterance);
  if (!violations.some(isBlocking)) return violations;
  executeViolations(world, utterance, violations);
  throw new DiscordError(400, 200_000, 'Message was blocked by automatic moderation');
}

/** Deletes a message; those of others need the permission to manage messages. */
export function remove(player: Player, messageId: string): void {
  const { world, userId } = player;
  const { channel, guild } = placeOf(player);
  const record = world.message(channel.id, messageId, userId);
  const isOwn = record.message.author.id === userId || record.ephemeralFor === userId;
  if (!isOwn) requireIn(world, channel, ['ManageMessages'], userId);
  deleteMessages(world, channel, [messageId]);
  if (!isOwn && guild) {
    writeAuditLog(
      world,
      guild,
      { userId },
      {
        type: AuditLogEvent.MessageDelete,
        targetId: record.message.author.id,
        options: { channel_id: channel.id, count: '1' },
      },
    );
  }
}

/** Reacts with an emoji: a character, or `name:id` for a custom one. */
export function react(player: Player, messageId: string, emoji: string): void {
  const { world, userId } = player;
  const { channel } = placeOf(player);
  const record = world.message(channel.id, messageId, userId);
  requireIn(world, channel, ['ReadMessageHistory', 'AddReactions'], userId);
  addReaction(world, { channel, record, emoji, userId });
}

/** Takes back a reaction. */
export function unreact(player: Player, messageId: string, emoji: string): void {
  const { world, userId } = player;
  const { channel } = placeOf(player);
  removeReaction(world, { channel, record: world.message(channel.id, messageId, userId), emoji, userId });
}
