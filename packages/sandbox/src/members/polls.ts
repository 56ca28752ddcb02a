import type { APIMessage } from 'discord-api-types/v10';
import { castVotes, endPoll } from '../actions/polls.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { renderMessage } from '../state/render-message.ts';
import { SandboxActionError } from './action-error.ts';
import { placeOf } from './player.ts';
import type { Player } from './player.ts';

/** Votes in a poll, by the texts or numbers of its answers; none takes the vote back. */
export function vote(player: Player, messageId: string, answers: readonly (string | number)[]): APIMessage {
  const { world, userId } = player;
  const { channel } = placeOf(player);
  const record = world.message(channel.id, messageId, userId);
  const { poll } = record.message;
  if (!poll) throw new SandboxActionError('unknown-target', 'The message has no poll');
  if (answers.length > 1 && !poll.allow_multiselect) {
    throw new SandboxActionError('invalid-option', 'The poll takes one answer');
  }
  const answerIds = answers.map((answer) => {
    const found = poll.answers.find(
      ({ answer_id: id, poll_media: media }) => id === answer || media.text === answer,
    );
    if (found) return found.answer_id;
    const known = poll.answers.map(({ poll_media: media }) => media.text).join(', ');
    throw new SandboxActionError('invalid-option', `The poll has no answer "${answer}" (it has: ${known})`);
  });
  castVotes(world, { channel, record, userId, answerIds });
  return renderMessage(world, record, userId);
}

/** Ends a poll of the member's own before its time. @throws DiscordError 520001 when it is over */
export function endOwnPoll(player: Player, messageId: string): void {
  const { world, userId } = player;
  const { channel } = placeOf(player);
  const record = world.message(channel.id, messageId, userId);
  if (!record.poll) throw new SandboxActionError('unknown-target', 'The message has no poll');
  if (record.message.author.id !== userId) {
    throw new SandboxActionError('missing-permission', 'Only the author ends a poll');
  }
  if (record.poll.isOver) throw new DiscordError(400, 520_001, 'Poll expired');
  endPoll(world, channel, record);
}
