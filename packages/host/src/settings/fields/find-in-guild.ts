import { DiscordAPIError, type Guild, RESTJSONErrorCodes, type Snowflake } from 'discord.js';

const ID = /^(?:<(?:#|@&|@!?))?(\d{17,20})>?$/;
const CUSTOM_EMOJI = /^<(a?):(\w{2,32}):(\d{17,20})>$/;
const EMOJI = /^\p{RGI_Emoji}$/v;

/** How many members Discord is asked for when a name is looked up. */
const MOST_FOUND = 10;

const sameName = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** The id of the channel that somebody typed: `#general`, a mention or an id. */
export function findChannelId(guild: Guild, typed: string): Snowflake | undefined {
  const id = ID.exec(typed)?.[1];
  if (id !== undefined) return guild.channels.cache.has(id) ? id : undefined;
  const name = typed.replace(/^#/, '');
  return guild.channels.cache.find((channel) => sameName(channel.name, name))?.id;
}

/** The id of the role that somebody typed: `@Staff`, a mention or an id. `@everyone` is none. */
export function findRoleId(guild: Guild, typed: string): Snowflake | undefined {
  const roles = guild.roles.cache.filter(({ id }) => id !== guild.id);
  const id = ID.exec(typed)?.[1];
  if (id !== undefined) return roles.has(id) ? id : undefined;
  const name = typed.replace(/^@/, '');
  return roles.find((role) => sameName(role.name, name))?.id;
}

/** The id of the person that somebody typed: `@name`, a mention or an id, member or not. */
export async function findUserId(guild: Guild, typed: string): Promise<Snowflake | undefined> {
  const id = ID.exec(typed)?.[1];
  if (id !== undefined) return (await userExists(guild, id)) ? id : undefined;
  const name = typed.replace(/^@/, '');
  if (name === '') return undefined;
  const found = await guild.members.search({ query: name.slice(0, 100), limit: MOST_FOUND });
  return found.find(({ user, nickname }) =>
    [user.username, user.globalName, nickname].some((known) => known && sameName(known, name)),
  )?.id;
}

async function userExists(guild: Guild, id: Snowflake): Promise<boolean> {
  try {
    await guild.client.users.fetch(id);
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownUser) return false;
    throw error;
  }
}

/** The emoji that somebody typed, as messages carry it: a character, `:name:` of this server, or its id. */
export function findEmoji(guild: Guild, typed: string): string | undefined {
  if (EMOJI.test(typed)) return typed;
  const [, , , mentioned] = CUSTOM_EMOJI.exec(typed) ?? [];
  const name = typed.replaceAll(':', '');
  return guild.emojis.cache
    .find((emoji) => emoji.id === (mentioned ?? typed) || emoji.name === name)
    ?.toString();
}
