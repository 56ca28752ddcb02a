import { CommandLineError } from './command-line-error.ts';
import type { ControlState, PlaceOptions } from './control-client.ts';

/** The guild that was named; without a name the first one that the person is in, or the first. @throws {CommandLineError} naming those that there are */
export function guildOf(who: PlaceOptions, { guilds }: ControlState): ControlState['guilds'][number] {
  const fitting = guilds.filter(
    ({ id, name }) => who.guild === undefined || who.guild === id || who.guild === name,
  );
  const isIn = (guild: (typeof guilds)[number]): boolean =>
    guild.members.some(({ user }) => user.id === who.as);
  const guild = fitting.find(isIn) ?? fitting[0];
  if (guild) return guild;
  const known = guilds.map(({ name }) => name).join(', ');
  throw new CommandLineError(`There is no guild "${who.guild ?? ''}". There are: ${known}`);
}
