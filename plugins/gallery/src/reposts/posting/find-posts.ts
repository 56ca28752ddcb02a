import { absentOn } from '@twi/sdk';
import {
  ChannelType,
  type ForumChannel,
  type Message,
  RESTJSONErrorCodes,
  SnowflakeUtil,
  type TextChannel,
} from 'discord.js';
import type { DestinationChannel } from '../../destinations/destination-channel.ts';
import { addressOf, type PostContent, type Work } from './post-content.ts';

const MOST_MESSAGES = 100;
/** The clocks of Discord and of the bot differ. */
const MARGIN_MS = 60_000;

/**
 * What the bot has posted of a work since a moment, oldest first. A process that died may not have heard that Discord took
 * its post.
 */
export async function findPosts(
  channel: DestinationChannel,
  { work, content, since }: { readonly work: Work; readonly content: PostContent; readonly since: Date },
): Promise<readonly Message<true>[]> {
  const after = new Date(since.getTime() - MARGIN_MS);
  const found =
    channel.type === ChannelType.GuildForum ? await inForum(channel, after) : await inText(channel, after);
  const title = content.embeds[0]?.data.title;
  return found
    .filter(({ author, embeds: [embed] }) => author.id === channel.client.user.id && embed?.title === title)
    .filter(({ embeds: [embed] }) => embed?.url === addressOf(work))
    .toSorted((left, right) => left.createdTimestamp - right.createdTimestamp);
}

async function inText(channel: TextChannel, after: Date): Promise<readonly Message<true>[]> {
  const id = SnowflakeUtil.generate({ timestamp: after }).toString();
  return [...(await channel.messages.fetch({ limit: MOST_MESSAGES, after: id })).values()];
}

async function inForum(forum: ForumChannel, after: Date): Promise<readonly Message<true>[]> {
  const { threads } = await forum.threads.fetchActive();
  const ours = threads.filter(
    ({ parentId, ownerId, createdTimestamp }) =>
      parentId === forum.id && ownerId === forum.client.user.id && (createdTimestamp ?? 0) > after.getTime(),
  );
  const starters = await Promise.all(
    ours.map((thread) => absentOn(thread.fetchStarterMessage(), RESTJSONErrorCodes.UnknownMessage)),
  );
  // Somebody may have deleted the first message of a post.
  return starters.flatMap((starter) => starter ?? []);
}
