import type { APIMessage } from 'discord-api-types/v10';
import { CommandLineError } from './command-line-error.ts';
import type { ControlClient, ControlState, PlaceOptions } from './control-client.ts';
import type { Deed } from './deed.ts';
import { guildOf } from './guild-of.ts';
import { idOf } from './id-of.ts';
import { withMentions } from './mentions.ts';

const MINUTE_MS = 60_000;

/** Where and among whom a member acts. */
export interface Surroundings {
  readonly client: ControlClient;
  /** Whoever acts, by id, and where. */
  readonly who: PlaceOptions;
  readonly state: ControlState;
}

/** Does something by hand as a member and says so. @throws {CommandLineError} for what is not there or is refused */
export async function playDeed(deed: Deed, around: Surroundings): Promise<string> {
  const { client, who } = around;
  switch (deed.verb) {
    case 'vote':
      await client.act('POST', 'votes', { ...who, ...(await ballot(deed.answers, around)) });
      return `Voted for ${deed.answers.join(', ')}.`;
    case 'react':
    case 'unreact': {
      const messageId = deed.target === 'last' ? (await latest(around)).id : deed.target;
      const method = deed.verb === 'react' ? 'POST' : 'DELETE';
      await client.act(method, 'reactions', { ...who, messageId, emoji: deed.emoji });
      return deed.verb === 'react' ? `Reacted with ${deed.emoji}.` : `Took ${deed.emoji} back.`;
    }
    case 'thread':
      await client.act('POST', 'threads', { ...who, name: deed.name, messageId: (await latest(around)).id });
      return `Opened the thread "${deed.name}"; write there with --channel "${deed.name}".`;
    case 'edit':
      await client.act('PATCH', 'messages', {
        ...who,
        messageId: await ownLatest(around),
        content: withMentions(deed.content, guildOf(who, around.state), around.state.users),
      });
      return 'Edited.';
    case 'delete':
      await client.act('DELETE', 'messages', { ...who, messageId: await ownLatest(around) });
      return 'Deleted.';
    case 'language':
      await client.act('PUT', 'language', { as: who.as, locale: deed.locale });
      return `Reads ${deed.locale} now.`;
    case 'voice':
      return changeVoice(deed.channel, around);
    case 'join':
    case 'leave':
      return changeMembership(deed.verb, around);
    case 'ban':
    case 'unban':
    case 'kick':
    case 'timeout':
    default:
      return moderate(deed, around);
  }
}

async function ballot(answers: readonly string[], around: Surroundings): Promise<object> {
  const message = await latest(around, ({ poll }) => poll !== undefined, 'poll');
  const known = message.poll?.answers ?? [];
  const answerIds = answers.map((text) => {
    const found = known.find(({ poll_media: media }) => media.text === text);
    if (found) return found.answer_id;
    const choices = known.map(({ poll_media: media }) => media.text ?? media.emoji?.name).join(', ');
    throw new CommandLineError(`The poll has no answer "${text}". It has: ${choices}`);
  });
  return { messageId: message.id, answerIds };
}

async function ownLatest(around: Surroundings): Promise<string> {
  const message = await latest(around, ({ author }) => author.id === around.who.as, 'message of yours');
  return message.id;
}

async function latest(
  { client, who }: Surroundings,
  fits: (message: APIMessage) => boolean = () => true,
  what = 'message',
): Promise<APIMessage> {
  const message = (await client.messages(who)).findLast(fits);
  if (message) return message;
  throw new CommandLineError(`There is no ${what} here.`);
}

async function changeVoice(name: string, around: Surroundings): Promise<string> {
  const { channels } = guildOf(around.who, around.state);
  const isLeaving = name === 'leave';
  const wanted = name.replace(/^#/, '').toLowerCase();
  // To leave, any channel names the guild.
  const channel = channels.find((one) => isLeaving || one.name.toLowerCase() === wanted);
  if (!channel)
    throw new CommandLineError(`There is no voice channel "${name}". Write: voice <channel>, or voice leave`);
  const body = { as: around.who.as, channel: channel.id };
  await around.client.act(isLeaving ? 'DELETE' : 'POST', 'voice', body);
  return isLeaving ? 'Left the voice channel.' : `Is in ${channel.name} now.`;
}

async function changeMembership(verb: 'join' | 'leave', around: Surroundings): Promise<string> {
  const guild = guildOf(around.who, around.state);
  await around.client.act(verb === 'join' ? 'POST' : 'DELETE', 'membership', {
    as: around.who.as,
    guild: guild.id,
  });
  return verb === 'join' ? `Joined ${guild.name}.` : `Left ${guild.name}.`;
}

type Measure = Extract<Deed, { verb: 'ban' | 'unban' | 'kick' | 'timeout' }>;

async function moderate(deed: Measure, around: Surroundings): Promise<string> {
  await around.client.act('POST', 'moderation', {
    as: around.who.as,
    guild: guildOf(around.who, around.state).id,
    type: deed.verb,
    userId: idOf(deed.user, around.state),
    ...(deed.reason !== '' && { reason: deed.reason }),
    ...(deed.verb === 'timeout' && { durationMs: deed.minutes === 0 ? null : deed.minutes * MINUTE_MS }),
  });
  return `Done: ${deed.verb} ${deed.user}, by hand and not through the bot.`;
}
