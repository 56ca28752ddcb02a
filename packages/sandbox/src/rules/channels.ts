import { ChannelType } from 'discord-api-types/v10';
import type { Problem } from './discord-error.ts';
import { asNumber, asObject, asText, characters } from './json.ts';
import { tooLarge, tooLong } from './problem.ts';
import type { RequestToValidate } from './request.ts';

const MAXIMUM_TOPIC = 1_024;
const MAXIMUM_GUIDELINES = 4_096;
const MAXIMUM_INVITE_AGE_SECONDS = 604_800;
const POSTED_IN: ReadonlySet<number | undefined> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

/**
 * The topic of a channel; only the guidelines of forums may be longer.
 *
 * @see https://docs.discord.com/developers/resources/channel#modify-channel
 */
export function* topicProblems({ method, body, channelType }: RequestToValidate): Generator<Problem> {
  const channel = asObject(body);
  const type =
    asNumber(channel['type']) ?? channelType ?? (method === 'POST' ? ChannelType.GuildText : undefined);
  const maximum = type === undefined || POSTED_IN.has(type) ? MAXIMUM_GUIDELINES : MAXIMUM_TOPIC;
  if (characters(asText(channel['topic'])) > maximum) yield tooLong(['topic'], maximum);
}

/** An invite lives for seven days at most, or for ever (0). */
export function* inviteProblems({ body }: RequestToValidate): Generator<Problem> {
  const age = asNumber(asObject(body)['max_age']) ?? 0;
  if (age > MAXIMUM_INVITE_AGE_SECONDS) yield tooLarge(['max_age'], MAXIMUM_INVITE_AGE_SECONDS);
}
