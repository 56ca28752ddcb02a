import { BaseGuild, type Snowflake } from 'discord.js';

/** Where an event's argument keeps its guild, besides on itself: messages of reactions, polls and Sapphire's payloads. */
const CARRIERS = ['message', 'interaction', 'thread', 'poll', 'channel'] as const;

/** Deep enough for a vote: answer → poll → message. */
const MAX_DEPTH = 2;

/** The guild that an event is about, found in its arguments; `undefined` for direct messages and events of the process. */
export function eventGuild(args: readonly unknown[]): Snowflake | undefined {
  for (const argument of args) {
    const id = guildOf(argument, 0);
    if (id !== undefined) return id;
  }
  return undefined;
}

function guildOf(value: unknown, depth: number): Snowflake | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const candidate: Record<string, unknown> = value as never; // -- discord.js has no common type for what events carry
  if (typeof candidate['guildId'] === 'string') return candidate['guildId'];
  // A raw gateway packet, for listeners on `client.ws`.
  if (typeof candidate['guild_id'] === 'string') return candidate['guild_id'];
  if (value instanceof BaseGuild) return value.id;
  const guild = candidate['guild'];
  if (guild instanceof BaseGuild) return guild.id;
  if (depth === MAX_DEPTH) return undefined;
  for (const carrier of CARRIERS) {
    const id = guildOf(candidate[carrier], depth + 1);
    if (id !== undefined) return id;
  }
  return undefined;
}
