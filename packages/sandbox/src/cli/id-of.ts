import { CommandLineError } from './command-line-error.ts';
import type { ControlState } from './control-client.ts';

/** The id of an account by its name. @throws {CommandLineError} naming who there is */
export function idOf(name: string, { users, guilds }: ControlState): string {
  const wanted = name.replace(/^@/, '').toLowerCase();
  const found = users.find((user) => user.username.toLowerCase() === wanted || user.id === wanted);
  if (found) return found.id;
  const members = new Set(guilds.flatMap((guild) => guild.members.map(({ user }) => user.id)));
  const people = users.filter((user) => !user.bot && members.has(user.id)).map((user) => user.username);
  throw new CommandLineError(`There is no "${name}" here. The members are: ${people.join(', ')}`);
}
