import { EmbedType, MessageType } from 'discord-api-types/v10';
import type { APIEmbedField, APIPoll } from 'discord-api-types/v10';
import { DiscordError } from '../rules/discord-error.ts';
import type { ChannelRecord } from '../state/channel.ts';
import type { MessageRecord, PollRecord } from '../state/message.ts';
import type { World } from '../state/world.ts';
import { announceMessage, createMessage } from './messages.ts';

/** How often polls whose time is over are looked for. */
const CHECK_INTERVAL_MS = 1_000;

/** A vote of one person for one answer. */
export interface Vote {
  readonly channel: ChannelRecord;
  readonly record: MessageRecord;
  readonly answerId: number;
  readonly userId: string;
}

/** Ends polls when their time is over, until the returned function is called. */
export function watchPolls(world: World): () => void {
  for (const messages of world.state.messages.values()) {
    for (const record of messages.values())
      if (record.poll && !record.poll.isOver) world.openPolls.add(record);
  }
  const timer = setInterval(() => endDuePolls(world), CHECK_INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Replaces what a person voted for. @throws DiscordError 520001 when the poll is over */
export function castVotes(
  world: World,
  { channel, record, userId, answerIds }: Omit<Vote, 'answerId'> & { answerIds: readonly number[] },
): void {
  const poll = openPoll(record);
  for (const { answer_id: answerId } of record.message.poll?.answers ?? []) {
    const voters = poll.votes.get(answerId);
    const isWanted = answerIds.includes(answerId);
    if (isWanted === (voters?.has(userId) ?? false)) continue;
    if (!isWanted) voters?.delete(userId);
    else if (voters) voters.add(userId);
    else poll.votes.set(answerId, new Set([userId]));
    announceVote(world, isWanted ? 'ADD' : 'REMOVE', { channel, record, answerId, userId });
  }
}

/** Ends a poll; its author's name stands on the message that tells the result. */
export function endPoll(world: World, channel: ChannelRecord, record: MessageRecord): void {
  const { poll: wire, author, id } = record.message;
  if (!record.poll || !wire || record.poll.isOver) return;
  record.poll.isOver = true;
  world.openPolls.delete(record);
  record.message = { ...record.message, poll: { ...wire, expiry: new Date().toISOString() } };
  announceMessage(world, 'MESSAGE_UPDATE', channel, record);
  createMessage(world, {
    channel,
    author,
    type: MessageType.PollResult,
    body: { message_reference: { message_id: id, channel_id: channel.id } },
    systemEmbeds: [{ type: EmbedType.PollResult, fields: resultFields(wire, record.poll) }],
  });
}

function endDuePolls(world: World): void {
  for (const record of world.openPolls) {
    if ((record.poll?.expiresAt ?? 0) > Date.now()) continue;
    const { id, channel_id: channelId } = record.message;
    const channel = world.state.channels.get(channelId);
    const isThere = world.state.messages.get(channelId)?.get(id) === record;
    if (channel && isThere) endPoll(world, channel, record);
    else world.openPolls.delete(record);
  }
}

function openPoll(record: MessageRecord): PollRecord {
  if (!record.poll) throw new DiscordError(400, 520_006, 'Cannot expire a non-poll message');
  if (record.poll.isOver || record.poll.expiresAt <= Date.now()) {
    throw new DiscordError(400, 520_001, 'Poll expired');
  }
  return record.poll;
}

function announceVote(world: World, change: 'ADD' | 'REMOVE', vote: Vote): void {
  const { channel, record, answerId, userId } = vote;
  const data = {
    user_id: userId,
    channel_id: channel.id,
    message_id: record.message.id,
    ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
    answer_id: answerId,
  };
  world.emit(`MESSAGE_POLL_VOTE_${change}`, data, channel.guildId);
}

/** The fields by which clients read a result; without a single winner the victor's are left out. */
function resultFields(wire: APIPoll, record: PollRecord): APIEmbedField[] {
  const counts = wire.answers.map((answer) => ({
    answer,
    count: record.votes.get(answer.answer_id)?.size ?? 0,
  }));
  const most = Math.max(0, ...counts.map(({ count }) => count));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const [winner, ...others] = counts.filter(({ count }) => count === most && most > 0);
  const victor = others.length === 0 ? winner?.answer : undefined;
  const fields = {
    poll_question_text: wire.question.text ?? '',
    victor_answer_votes: String(most),
    total_votes: String(total),
    ...(victor && {
      victor_answer_id: String(victor.answer_id),
      victor_answer_text: victor.poll_media.text ?? '',
    }),
  };
  return Object.entries(fields).map(([name, value]) => ({ name, value, inline: false }));
}
