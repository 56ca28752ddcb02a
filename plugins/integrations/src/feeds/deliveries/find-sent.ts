import {
  type AnyThreadChannel,
  ChannelType,
  DiscordAPIError,
  type ForumChannel,
  type Message,
  RESTJSONErrorCodes,
  SnowflakeUtil,
} from 'discord.js';
import type { FeedDeliveryRepository } from '../../database/feed-delivery-repository.ts';
import type { FeedItem } from '../feed-item.ts';
import type { FeedChannel } from './feed-channel.ts';

/** Resources › Message › Get Channel Messages. */
const MOST_MESSAGES = 100;
/** The clocks of Discord and of the bot differ. */
const MARGIN_MS = 15_000;
const SIGN_LENGTH = 40;

interface SearchOptions {
  readonly item: FeedItem;
  readonly nonce: string;
  /** When it was tried first. */
  readonly since: Date;
  readonly deliveries: FeedDeliveryRepository;
}

/**
 * The message of a delivery whose process did not hear whether Discord took it: one of the bot's own that came since and
 * shows the item, and that no other delivery has.
 */
export async function findSent(
  channel: FeedChannel,
  { item, nonce, since, deliveries }: SearchOptions,
): Promise<Message<true> | undefined> {
  const after = since.getTime() - MARGIN_MS;
  const found =
    channel.type === ChannelType.GuildForum ? await inForum(channel, after) : await inText(channel, after);
  const alike = found.filter(
    (message) =>
      message.author.id === channel.client.user.id && (message.nonce === nonce || shows(message, item)),
  );
  const known = await deliveries.knownAmong(alike.map(({ id }) => id));
  return alike
    .filter(({ id }) => !known.has(id))
    .toSorted((left, right) => left.createdTimestamp - right.createdTimestamp)[0];
}

async function inText(
  channel: Exclude<FeedChannel, ForumChannel>,
  after: number,
): Promise<readonly Message<true>[]> {
  const id = SnowflakeUtil.generate({ timestamp: after }).toString();
  const messages = await channel.messages.fetch({ limit: MOST_MESSAGES, after: id, cache: false });
  return [...messages.values()];
}

async function inForum(forum: ForumChannel, after: number): Promise<readonly Message<true>[]> {
  const { threads } = await forum.threads.fetchActive();
  const ours = threads.filter(
    ({ parentId, ownerId, createdTimestamp }) =>
      parentId === forum.id && ownerId === forum.client.user.id && (createdTimestamp ?? 0) > after,
  );
  const starters = await Promise.all(ours.map(starterOf));
  return starters.filter((starter) => starter !== null);
}

/** The first message of a post; `null` where somebody deleted it. */
async function starterOf(thread: AnyThreadChannel): Promise<Message<true> | null> {
  try {
    return await thread.fetchStarterMessage();
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return null;
    throw error;
  }
}

/** By its address, wherever that stands; else by its title or its beginning. */
function shows({ content, embeds, components }: Message, { url, title, text }: FeedItem): boolean {
  const shown = JSON.stringify([
    content,
    embeds.map((embed) => embed.toJSON()),
    components.map((component) => component.toJSON()),
  ]);
  if (url !== undefined) return holdsAddress(shown, inJson(url));
  const sign = title ?? text?.slice(0, SIGN_LENGTH);
  return sign !== undefined && shown.includes(inJson(sign));
}

function inJson(words: string): string {
  return JSON.stringify(words).slice(1, -1);
}

/** Not as the beginning of a longer one. */
function holdsAddress(shown: string, url: string): boolean {
  for (let at = shown.indexOf(url); at !== -1; at = shown.indexOf(url, at + 1))
    if (!/^[\w/%?&=#~+-]/.test(shown.slice(at + url.length))) return true;
  return false;
}
