import { type Message, type MessageReaction, ReactionType, type Snowflake } from 'discord.js';
import { isStar } from './star-emoji.ts';

/** The most that Discord gives at once (Resources › Message › Get Reactions). */
const PAGE_SIZE = 100;
/** Beyond a thousand, the few of bots and of the author make no difference. */
const MOST_PAGES = 10;

/** How many stars Discord shows under a message, those that do not count included. */
export function shownStars(message: Message, star: string): number {
  return reactionsOf(message, star).reduce((sum, { count }) => sum + count, 0);
}

/** How many people starred a message: no bots, and the author only where their own stars count. */
export async function countStars(
  message: Message,
  star: string,
  { countsOwn }: { readonly countsOwn: boolean },
): Promise<number> {
  const people = new Set<Snowflake>();
  for (const reaction of reactionsOf(message, star)) {
    const { normal, burst } = reaction.countDetails;
    if (normal + burst > PAGE_SIZE * MOST_PAGES) return shownStars(message, star);
    if (normal > 0 || burst === 0) await addPeople(people, reaction, ReactionType.Normal);
    if (burst > 0) await addPeople(people, reaction, ReactionType.Super);
  }
  if (!countsOwn) people.delete(message.author.id);
  return people.size;
}

function reactionsOf(message: Message, star: string): MessageReaction[] {
  return [...message.reactions.cache.values()].filter(({ emoji }) => isStar(emoji, star));
}

async function addPeople(
  people: Set<Snowflake>,
  reaction: MessageReaction,
  type: ReactionType,
): Promise<void> {
  let after: Snowflake | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const users = await reaction.users.fetch({
      type,
      limit: PAGE_SIZE,
      ...(after !== undefined && { after }),
    });
    for (const { id, bot } of users.values()) if (!bot) people.add(id);
    if (users.size < PAGE_SIZE) return;
    after = users.lastKey();
  }
}
