import type { GuildTextBasedChannel, Message } from 'discord.js';

/** What Discord gives at once. */
const PAGE = 100;
/** So many messages are looked at for those that count, however many are left out. */
const MOST_PAGES = 5;

/**
 * The latest messages of a channel, oldest first. Nothing of them stays in memory longer than the caller keeps it.
 *
 * @param wanted tells which of them count.
 */
export async function readMessages(
  channel: GuildTextBasedChannel,
  count: number,
  wanted: (message: Message<true>) => boolean | Promise<boolean>,
): Promise<Message<true>[]> {
  const found: Message<true>[] = [];
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES && found.length < count; page += 1) {
    const messages = await channel.messages.fetch({
      limit: PAGE,
      cache: false,
      ...(before !== undefined && { before }),
    });
    for (const message of messages.values())
      if (found.length < count && (await wanted(message))) found.push(message);
    before = messages.lastKey();
    if (messages.size < PAGE) break;
  }
  return found.toReversed();
}
