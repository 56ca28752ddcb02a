import type { Snowflake } from 'discord.js';

/** Who made something, as somebody typed it: a mention or an id is a person on Discord, anything else a name. */
export function parseCreator(typed: string): {
  readonly creator: string | null;
  readonly creatorId: Snowflake | null;
} {
  const text = typed.trim();
  const id = /^(?:<@!?)?(\d{17,20})>?$/.exec(text)?.[1];
  return id === undefined ? { creator: text || null, creatorId: null } : { creator: null, creatorId: id };
}
