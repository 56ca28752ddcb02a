import { type APIEmbed, embedLength } from 'discord.js';

/** Discord's limits for one message (Resources › Message › Embed Limits). */
const MOST_EMBEDS = 10;
const MOST_CHARACTERS = 6_000;

/** Takes from the front as many embeds as one message holds; at least one. */
export function takeBatch(waiting: APIEmbed[]): APIEmbed[] {
  let characters = 0;
  let count = 0;
  for (const embed of waiting.slice(0, MOST_EMBEDS)) {
    characters += embedLength(embed);
    if (count > 0 && characters > MOST_CHARACTERS) break;
    count += 1;
  }
  return waiting.splice(0, count);
}
