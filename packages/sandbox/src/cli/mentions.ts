import type { ControlState } from './control-client.ts';

type Guild = ControlState['guilds'][number];

/**
 * Turns `@mallory` and `@Staff` into mentions, as Discord's client does while somebody types: names of the guild's
 * members and roles, upper and lower case are one, the longest name counts. Everything else stays as it was typed.
 */
export function withMentions(content: string, guild: Guild, users: ControlState['users']): string {
  const mentions = mentionsIn(guild, users);
  if (mentions.size === 0) return content;
  const names = [...mentions.keys()].toSorted((left, right) => right.length - left.length);
  const typed = new RegExp(
    `(?<![\\w<@])@(${names.map((name) => RegExp.escape(name)).join('|')})(?!\\w)`,
    'giu',
  );
  return content.replaceAll(typed, (written, name: string) => mentions.get(name.toLowerCase()) ?? written);
}

/** What stands for each name; where a role is called like a member, the member is meant. */
function mentionsIn(guild: Guild, users: ControlState['users']): ReadonlyMap<string, string> {
  const members = new Set(guild.members.map(({ user }) => user.id));
  // The role that everybody has is called `@everyone`, which is a mention as it is.
  const roles = guild.roles.filter(({ name }) => !name.startsWith('@'));
  return new Map([
    ...roles.map(({ id, name }) => [name.toLowerCase(), `<@&${id}>`] as const),
    ...users
      .filter(({ id }) => members.has(id))
      .map(({ id, username }) => [username.toLowerCase(), `<@${id}>`] as const),
  ]);
}
